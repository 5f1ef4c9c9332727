import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalPhone, maskPhone, parsePhone, phoneVariants, waMeUrl } from "@/lib/members/phone-rules";

const e164 = (typed: string, country?: string) => {
  const result = parsePhone(typed, country);
  return result.ok ? result.e164 : result.code;
};

describe("parsePhone (I1)", () => {
  it.each([
    ["(11) 98765-4321", "BR", "+5511987654321"],
    ["11987654321", "br", "+5511987654321"],
    ["+55 11 98765-4321", undefined, "+5511987654321"],
    ["0055 11 98765 4321", undefined, "+5511987654321"],
    ["5511987654321", "BR", "+5511987654321"],
    ["\u202a+55 11 98765\u20114321\u202c", "PT", "+5511987654321"],
    ["11 3456-7890", "BR", "+551134567890"],
    ["912 345 678", "PT", "+351912345678"],
    ["+52 1 55 1234 5678", undefined, "+5215512345678"],
    ["+54 9 11 2345-6789", undefined, "+5491123456789"],
  ])("reads %s from %s", (typed, country, expected) => {
    expect(e164(typed, country)).toBe(expected);
  });

  it("X20: keeps a Brazilian mobile typed without its ninth digit as typed", () => {
    expect(e164("(31) 8765-4321", "BR")).toBe("+553187654321");
  });

  it.each([
    ["", "BR", "phone_empty"],
    ["987", "BR", "phone_invalid"],
    ["call me", "BR", "phone_invalid"],
    ["5.51199E+12", "BR", "phone_invalid"],
    ["11987654321", undefined, "phone_country_missing"],
    ["11987654321", "XX", "phone_country_missing"],
    ["+55 11 98765-4321 ramal 12", "BR", "phone_extension"],
    ["+5511987654321999", "BR", "phone_invalid"],
    ["+999123456789", undefined, "phone_invalid"],
  ])("refuses %s from %s as %s", (typed, country, code) => {
    expect(e164(typed, country)).toBe(code);
  });

  it("never throws and answers E.164 or a code", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const result = parsePhone(typed, "BR");
        if (result.ok) expect(result.e164).toMatch(/^\+[1-9]\d{5,14}$/u);
      }),
    );
  });
});

describe("variants (X20)", () => {
  it("a Brazilian mobile has a form with and one without the ninth digit", () => {
    expect(phoneVariants("+5531987654321")).toEqual(["+5531987654321", "+553187654321"]);
    expect(phoneVariants("+553187654321")).toEqual(["+553187654321", "+5531987654321"]);
  });

  it.each(["+551134567890", "+551122345678", "+5511952345678", "+558001234567", "+351912345678"])(
    "%s has one form only",
    (phone) => {
      expect(phoneVariants(phone)).toEqual([phone]);
      expect(canonicalPhone(phone)).toBe(phone);
    },
  );

  it("Mexico 52 1 and Argentina 54 9 are the same line with and without", () => {
    expect(canonicalPhone("+5215512345678")).toBe(canonicalPhone("+525512345678"));
    expect(canonicalPhone("+5491123456789")).toBe(canonicalPhone("+541123456789"));
  });

  it("all variants share one canonical form, which is one of them", () => {
    const national = fc.stringMatching(/^[1-9][0-9]{7,11}$/u);
    fc.assert(
      fc.property(fc.constantFrom("55", "52", "54", "351"), national, (calling, digits) => {
        const phone = `+${calling}${digits}`;
        const variants = phoneVariants(phone);
        expect(variants).toContain(phone);
        expect(variants).toContain(canonicalPhone(phone));
        expect(new Set(variants.map(canonicalPhone)).size).toBe(1);
        for (const variant of variants) expect(new Set(phoneVariants(variant))).toEqual(new Set(variants));
      }),
    );
  });
});

describe("maskPhone (P8)", () => {
  it("shows the country and two digits", () => {
    expect(maskPhone("+5511987654321")).toBe("+55 •••••••••21");
    expect(maskPhone("12")).toBe("••••");
  });
});

it("a wa.me link has digits only and an encoded draft", () => {
  expect(waMeUrl("+5511987654321", "Olá & até já")).toBe(
    "https://wa.me/5511987654321?text=Ol%C3%A1%20%26%20at%C3%A9%20j%C3%A1",
  );
});
