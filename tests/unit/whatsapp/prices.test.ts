import { describe, expect, it, test } from "vitest";
import { sumUp } from "@/lib/delivery/queries/cost-of";
import type { Refusal } from "@/lib/shared/refusal";
import { microsText, readMicros, readPriceList } from "@/lib/whatsapp/price-list";
import { callingCodeOf, categoryOf, countryOfCode, priceOn } from "@/lib/whatsapp/price-rules";

const LIST = readPriceList(`BR; marketing; 0,0625; 2026-01-01
+55; utility; 0.0068; 2026-01-01
BR; service; 0; 2026-01-01
BR; service; 0.0034; 2026-10-01
*; marketing; 0.08; 2026-01-01`);

function issuesOf(text: string) {
  try {
    readPriceList(text);
    return [];
  } catch (error) {
    return (error as Refusal).issues.map(({ code, params }) => [params?.line, code]);
  }
}

describe("a price list", () => {
  it("takes a country as letters, digits or everywhere else, and a comma or a point", () => {
    expect(LIST.map(({ callingCode, amountMicros }) => [callingCode, amountMicros])).toEqual([
      ["55", 62_500],
      ["55", 6_800],
      ["55", 0],
      ["55", 3_400],
      ["*", 80_000],
    ]);
  });

  it("names every line that cannot be read, with what is wrong in it", () => {
    const text = `XX; marketing; 1; 2026-01-01
BR; sales; 1; 2026-01-01
BR; utility; 1.0000001; 2026-01-01
BR; utility; 1; 2026-02-30
BR; utility; 1; 2026-01-01
55; utility; 2; 2026-01-01`;
    expect(issuesOf(text)).toEqual([
      [1, "invalid_price_country"],
      [2, "invalid_price_category"],
      [3, "invalid_price"],
      [4, "invalid_price_day"],
      [6, "price_twice"],
    ]);
  });

  it("is empty when nothing is written", () => {
    expect(readPriceList(" \n\n")).toEqual([]);
  });

  test.each(["0.00", "0.0625", "12.50", "999.999999", "0.000001"])("%s is shown as it was typed", (text) => {
    expect(microsText(readMicros(text) ?? -1)).toBe(text);
  });
});

describe("A17: what a message costs", () => {
  it("goes by the latest price that holds on the day", () => {
    const service = { callingCode: "55", category: "service" } as const;
    expect(priceOn(LIST, { ...service, day: "2026-09-30" })).toBe(0);
    expect(priceOn(LIST, { ...service, day: "2026-10-01" })).toBe(3_400);
    expect(priceOn(LIST, { ...service, day: "2025-12-31" })).toBeNull();
  });

  it("goes by the country before everywhere else", () => {
    const marketing = { category: "marketing", day: "2026-03-01" } as const;
    expect(priceOn(LIST, { ...marketing, callingCode: "55" })).toBe(62_500);
    expect(priceOn(LIST, { ...marketing, callingCode: "351" })).toBe(80_000);
  });

  it("goes by the template of the purpose, unless one may write freely", () => {
    expect(categoryOf("announcements", false)).toBe("utility");
    expect(categoryOf("promotions", false)).toBe("marketing");
    expect(categoryOf("promotions", true)).toBe("service");
  });

  test.each([
    ["551", "55", "BR"],
    ["120", "1", "US"],
    ["351", "351", "PT"],
    ["791", "7", "RU"],
    ["447", "44", "GB"],
  ])("a number that begins with %s is of +%s", (digits, code, country) => {
    expect(callingCodeOf(digits)).toBe(code);
    expect(countryOfCode(code)).toBe(country);
  });

  it("sums people by country and category, and counts whom no price is known for", () => {
    const terms = {
      list: { currency: "USD", prices: LIST },
      currency: "USD",
      purpose: "announcements",
      day: "2026-11-01",
    };
    const cost = sumUp(
      [
        { digits: "551", isOpen: false, people: 600 },
        { digits: "554", isOpen: false, people: 400 },
        { digits: "551", isOpen: true, people: 100 },
        { digits: "351", isOpen: false, people: 3 },
      ],
      terms,
    );
    expect(cost).toEqual({
      amountMinor: 714,
      currency: "USD",
      unpriced: 3,
      lines: [
        { callingCode: "55", country: "BR", category: "utility", people: 1_000, amountMinor: 680 },
        { callingCode: "55", country: "BR", category: "service", people: 100, amountMinor: 34 },
        { callingCode: "351", country: "PT", category: "utility", people: 3, amountMinor: null },
      ],
    });
  });
});
