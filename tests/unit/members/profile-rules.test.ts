import { describe, expect, test } from "vitest";
import { lineOf } from "@/lib/members/line-rules";
import { listQueryOf, queryText } from "@/lib/members/list-rules";
import { readProfile } from "@/lib/members/profile-rules";
import { readSearch } from "@/lib/members/search-rules";

describe("reading a profile", () => {
  test("every faulty field is told at once", () => {
    const input = {
      name: " ",
      identifiers: [
        { kind: "phone" as const, value: "abc" },
        { kind: "email" as const, value: "a@b" },
      ],
      tags: ["x".repeat(51)],
    };
    let issues: { path: string }[] = [];
    try {
      readProfile(input, { country: "BR", fields: [] });
    } catch (error) {
      issues = (error as { issues: { path: string }[] }).issues;
    }
    expect(issues.map(({ path }) => path)).toEqual([
      "name",
      "identifiers.0.value",
      "identifiers.1.value",
      "tags.0",
    ]);
  });
});

describe("reading a search", () => {
  test("digits are part of a phone, words of a name, an address part of a contact", () => {
    expect(readSearch("(11) 3888", "BR")).toMatchObject({ digits: ["113888"], contact: null });
    expect(readSearch("Ana-Maria da", "BR")).toMatchObject({ words: ["Ana", "Maria", "da"], digits: [] });
    expect(readSearch("Ana@Casa", "BR")?.contact).toBe("ana@casa");
    expect(readSearch("@an", "BR")?.contact).toBeNull();
    expect(readSearch("12", "BR")?.digits).toEqual([]);
    expect(readSearch("0003", "BR")?.digits).toEqual(["0003"]);
    expect(readSearch(" \u0000 ", "BR")).toBeNull();
  });

  test("X20: a trunk zero and a missing ninth digit are no reason not to find a number", () => {
    expect(readSearch("011 7777", "BR")?.digits).toEqual(["117777", "1197777"]);
    expect(readSearch("+55 11 7777-0001", "BR")?.digits).toEqual(["551177770001", "5511977770001"]);
    expect(readSearch("+52 1 55 1234 5678", "MX")?.digits).toContain("525512345678");
    expect(readSearch("11 3333", "BR")?.digits).toEqual(["113333"]);
  });
});

describe("a row of the list", () => {
  test("shows the best way to reach somebody as people write it", () => {
    const member = {
      id: "m",
      name: "Ana",
      identifiers: [
        { kind: "email" as const, value: "ana@casa.example" },
        { kind: "phone" as const, value: "+5511988887777" },
      ],
      locale: null,
      timezone: null,
      tags: [],
      fields: {},
      birthdayOn: null,
      createdAt: "2026-03-03T15:00:00.000Z",
      photoFileId: null,
    };
    expect(lineOf(member)).toMatchObject({ contact: "+55 11 98888 7777", more: 1 });
  });

  test("filters in the address come back as they went, and nothing else does", () => {
    const query = listQueryOf({ q: "ana", tag: ["a", "b"], evil: "1", groupId: "g" });
    expect(queryText(query)).toBe("q=ana&groupId=g");
  });
});
