import { describe, expect, it } from "vitest";
import { addMoney, formatMoney, minorDigits, money, toDecimalText } from "@/lib/shared/money";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, " ");

describe("money (B8)", () => {
  it("writes reais with a comma and dollars with a point", () => {
    expect(plain(formatMoney(money(4900, "brl"), "pt-BR"))).toBe("R$ 49,00");
    expect(plain(formatMoney(money(123456789, "USD"), "en"))).toBe("$1,234,567.89");
    expect(plain(formatMoney(money(-5, "BRL"), "pt-BR"))).toBe("-R$ 0,05");
  });

  it.each([
    ["pt-BR", "R$ 1.234,50", "US$ 1.234,50", "JP¥ 123.450"],
    ["en", "R$1,234.50", "$1,234.50", "¥123,450"],
    ["es", "1234,50 BRL", "1234,50 US$", "123.450 JPY"],
  ])("writes an amount of each currency as people of %s do", (locale, reais, dollars, yen) => {
    const written = ["BRL", "USD", "JPY"].map((currency) =>
      plain(formatMoney(money(123_450, currency), locale)),
    );
    expect(written).toEqual([reais, dollars, yen]);
  });

  it("X32: yen have no decimals, dinars have three", () => {
    expect(minorDigits("JPY")).toBe(0);
    expect(plain(formatMoney(money(500, "JPY"), "en"))).toBe("¥500");
    expect(toDecimalText(money(1234, "KWD"))).toBe("1.234");
  });

  it("is exact for the largest safe amount", () => {
    expect(toDecimalText(money(Number.MAX_SAFE_INTEGER, "BRL"))).toBe("90071992547409.91");
    expect(plain(formatMoney(money(Number.MAX_SAFE_INTEGER, "BRL"), "en"))).toBe("R$90,071,992,547,409.91");
  });

  it("refuses floats, bad codes and sums of two currencies", () => {
    expect(() => money(0.5, "BRL")).toThrow(RangeError);
    expect(() => money(1, "R$")).toThrow(RangeError);
    expect(() => addMoney(money(1, "BRL"), money(1, "USD"))).toThrow(RangeError);
    expect(addMoney(money(1, "BRL"), money(2, "BRL"))).toEqual(money(3, "BRL"));
  });
});
