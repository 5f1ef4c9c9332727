import { expect, it } from "vitest";
import { boundedName, boundedText } from "@/lib/shared/bounded-text";

const RIGHT_TO_LEFT_OVERRIDE = "\u202E";

it("X23: a name loses what turns its letters round, and line breaks", () => {
  expect(boundedName(100).parse(`  Padaria${RIGHT_TO_LEFT_OVERRIDE}\nda Vila `)).toBe("Padaria da Vila");
});

it("a name with nothing visible in it is missing, unless it may be", () => {
  expect(boundedName(100).safeParse(" \u200B ").success).toBe(false);
  expect(boundedName(100, { mayBeEmpty: true }).parse("")).toBe("");
});

it("lengths are counted as people see them", () => {
  const family = "👨‍👩‍👧‍👦";
  expect(boundedText(3).parse(family.repeat(3))).toBe(family.repeat(3));
  expect(boundedText(3).safeParse(family.repeat(4)).error?.issues[0]).toMatchObject({
    message: "too_big_text",
    params: { maximum: 3 },
  });
  expect(boundedText(3).safeParse("x".repeat(1_000_000)).success).toBe(false);
});
