import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cleanName,
  cleanText,
  countGraphemes,
  foldForSearch,
  takeGraphemes,
  takeWithin,
} from "@/lib/shared/text";

describe("countGraphemes", () => {
  it("L6: counts what people perceive, not code units", () => {
    expect(countGraphemes("👨‍👩‍👧‍👦")).toBe(1);
    expect(countGraphemes("e\u0301")).toBe(1);
    expect(countGraphemes("🇧🇷🇵🇹")).toBe(2);
    expect(countGraphemes("")).toBe(0);
  });

  it("takes whole graphemes only", () => {
    expect(takeGraphemes("a👨‍👩‍👧‍👦b", 2)).toBe("a👨‍👩‍👧‍👦");
    expect(takeGraphemes("ab", 5)).toBe("ab");
  });
});

describe("cleanName", () => {
  it("X23: normalises, trims and drops control and bidi characters", () => {
    expect(cleanName("  Al\u0000dei\u202ea\u200f  ")).toBe("Aldeia");
    expect(cleanName("Cafe\u0301")).toBe("Café");
    expect(cleanName("Linha 1\r\nLinha\t2")).toBe("Linha 1 Linha 2");
  });

  it("keeps emoji families whole", () => {
    expect(cleanName("Família 👨‍👩‍👧‍👦")).toBe("Família 👨‍👩‍👧‍👦");
  });

  it("L6: a name with nothing visible is empty", () => {
    expect(cleanName(" \u200b\u2060\u200d ")).toBe("");
  });

  it("drops lone surrogates, which Postgres refuses", () => {
    expect(cleanName("a\ud800b")).toBe("ab");
  });

  it("is stable: cleaning twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const once = cleanName(raw);
        expect(cleanName(once)).toBe(once);
        const text = cleanText(raw);
        expect(cleanText(text)).toBe(text);
      }),
    );
  });
});

describe("cleanText", () => {
  it("keeps line breaks and tabs, one kind of break", () => {
    expect(cleanText("a\r\nb\rc\td\u0007")).toBe("a\nb\nc\td");
  });
});

describe("foldForSearch", () => {
  it("compares without case and accents", () => {
    expect(foldForSearch("  JOÃO  da  Conceição ")).toBe("joao da conceicao");
    expect(foldForSearch("Straße Łódź Œuvre Ærø")).toBe("strasse lodz oeuvre aero");
    expect(foldForSearch("İstanbul")).toBe("istanbul");
  });

  it("is stable", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (raw) => {
        const once = foldForSearch(raw);
        expect(foldForSearch(once)).toBe(once);
      }),
    );
  });
});

it("a text is cut within so many units, never through a family", () => {
  const family = "👨‍👩‍👧‍👦";
  expect(takeWithin(`a${family}b`, family.length)).toBe("a");
  expect(takeWithin(`a${family}b`, family.length + 1)).toBe(`a${family}`);
  expect(takeWithin(`a${family}b`, 100)).toBe(`a${family}b`);
});
