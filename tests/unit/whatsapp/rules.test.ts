import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysFor } from "@/lib/delivery/channel-rules";
import { fateOf, reasonOf } from "@/lib/whatsapp/error-rules";
import { templateVariable, wordSaid } from "@/lib/whatsapp/rules";

describe("A10: days of a channel that takes so many a day", () => {
  test("the first takes what is left of it, the others all they may", () => {
    expect(daysFor(12, 5, 0)).toEqual([5, 5, 2]);
    expect(daysFor(12, 5, 3)).toEqual([2, 5, 5]);
    expect(daysFor(5, 5, 5)).toEqual([0, 5]);
    expect(daysFor(3, 5, 9)).toEqual([0, 3]);
    expect(daysFor(0, 5, 0)).toEqual([0]);
  });

  test("nobody is lost, and no day takes more than it may", () => {
    const numbers = fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 3_000 }), fc.nat(4_000));
    fc.assert(
      fc.property(numbers, ([people, perDay, used]) => {
        const days = daysFor(people, perDay, used);
        expect(days.reduce((sum, day) => sum + day, 0)).toBe(people);
        expect(Math.max(...days)).toBeLessThanOrEqual(perDay);
      }),
    );
  });
});

describe("what WhatsApp's errors mean", () => {
  test.each([
    [400, 131_026, { kind: "failed", reason: "not_on_whatsapp" }],
    [400, 131_047, { kind: "failed", reason: "window_closed" }],
    [400, 131_049, { kind: "failed", reason: "had_enough" }],
    [404, 132_001, { kind: "failed", reason: "template_refused" }],
    [400, 131_056, { kind: "later", reason: "person_busy", afterSeconds: 6, isOurs: false }],
    [429, 130_429, { kind: "later", reason: "limit_reached", afterSeconds: 2, isOurs: true }],
    [400, 131_048, { kind: "later", reason: "limit_reached", afterSeconds: 3_600, isOurs: true }],
    [401, 190, { kind: "later", reason: "token_refused", afterSeconds: 600, isOurs: true }],
    [403, null, { kind: "later", reason: "token_refused", afterSeconds: 600, isOurs: true }],
    [429, null, { kind: "later", reason: "limit_reached", afterSeconds: 60, isOurs: true }],
    [500, 131_000, { kind: "later", reason: "whatsapp_down", isOurs: false }],
    [503, null, { kind: "later", reason: "whatsapp_down", isOurs: false }],
    [400, 999_999, { kind: "failed", reason: "letter_refused" }],
  ] as const)("%i with code %s", (status, code, fate) => expect(fateOf(status, code, null)).toEqual(fate));

  test("a Retry-After stands above what we would wait", () => {
    expect(fateOf(429, 130_429, 90)).toMatchObject({ afterSeconds: 90, isOurs: true });
    expect(fateOf(503, null, 7)).toMatchObject({ afterSeconds: 7, isOurs: false });
  });

  test("a failure that a webhook tells has a reason of ours, or the number of theirs", () => {
    expect([131_026, 131_042, 470, null].map(reasonOf)).toEqual([
      "not_on_whatsapp",
      "payment_missing",
      "whatsapp_470",
      "whatsapp_failed",
    ]);
  });
});

describe("a template's variable", () => {
  test("is one line without runs of spaces, and of the allowed length, whole letters only", () => {
    expect(templateVariable("Oi\n\n  *Ana*\t e    Bia\r\n")).toBe("Oi · *Ana* e Bia");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 3_000 }), (text) => {
        const value = templateVariable(text);
        expect(value).not.toMatch(/[\n\r\t]| {4}/u);
        expect(value.length).toBeLessThanOrEqual(760);
        expect(value).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});

test("P16: one word alone is a no or a yes, in any writing; a sentence is neither", () => {
  const said = (...texts: string[]) => texts.map(wordSaid);
  expect(said("SAIR", "Sair!", " parar ", "STOP", "baja")).toEqual(Array(5).fill("no"));
  expect(said("Voltar", "START")).toEqual(["yes", "yes"]);
  expect(said("não vou sair", "", "👍", "voltar amanhã")).toEqual(Array(4).fill(null));
});
