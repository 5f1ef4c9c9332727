import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { icuArguments } from "@/scripts/checks/icu-arguments";
import { findMessageProblems } from "@/scripts/checks/messages";
import { aTree } from "./temporary-tree";

const root = resolve(import.meta.dirname, "../..");

function catalogues(pt: unknown, en: unknown, es: unknown): string {
  return aTree({
    "messages/pt-BR.json": JSON.stringify(pt),
    "messages/en.json": JSON.stringify(en),
    "messages/es.json": JSON.stringify(es),
    "app/page.tsx": 'useTranslations("groups")',
  });
}

describe("The message catalogues", () => {
  test("of the product agree", () => {
    expect(findMessageProblems(root)).toEqual([]);
  });

  test("that lack a key, or have one too many, are reported", () => {
    const tree = catalogues(
      { groups: { a: "A", b: "B" } },
      { groups: { a: "A" } },
      { groups: { a: "A", b: "B", c: "C" } },
    );
    expect(findMessageProblems(tree)).toEqual(["en: groups.b is missing", "es: groups.c is not in pt-BR"]);
  });

  test("whose texts take other arguments are reported", () => {
    const tree = catalogues(
      { groups: { a: "{count} de {max}" } },
      { groups: { a: "{count} of {limit}" } },
      { groups: { a: "{count} de {max}" } },
    );
    expect(findMessageProblems(tree)).toEqual([
      "en: groups.a takes {count, limit}, pt-BR takes {count, max}",
    ]);
  });

  test("with an empty text, an unsorted or an unused section are reported", () => {
    const text = { groups: { a: " " }, feedback: { b: "B" } };
    expect(findMessageProblems(catalogues(text, text, text))).toEqual([
      "pt-BR: groups.a is empty",
      "pt-BR: section groups is not in alphabetical order",
      "pt-BR: section feedback is used by no file",
    ]);
  });
});

describe("Arguments of an ICU message", () => {
  test.each([
    ["Oi, {name}!", "name"],
    ["{count, plural, =0 {ninguém} one {# pessoa} other {# pessoas}}", "count"],
    ["{count, plural, one {{name} saiu} other {# saíram de {group}}}", "count, group, name"],
    ["{at, date, short} <b>{who}</b>", "<b>, at, who"],
    ["texto com '{'chaves'}' e d''água", ""],
  ])("%s takes %j", (message, expected) => {
    expect(icuArguments(message)).toBe(expected);
  });
});
