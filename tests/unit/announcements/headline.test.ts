import { expect, it } from "vitest";
import { headlineOf } from "@/lib/announcements/format/headline";

it("an announcement is called by its first line with words, without marks and with the words that stand in for names", () => {
  expect(headlineOf("\n\n*Treino longo* de _domingo_ 🏃‍♀️\nÀs 6h30")).toBe("Treino longo de domingo 🏃‍♀️");
  expect(headlineOf("Oi, {{first_name|vizinho}}!")).toBe("Oi, vizinho!");
  expect(headlineOf("")).toBe("");
});

it("a long first line is cut between what people see as letters", () => {
  const line = "👩‍👩‍👧".repeat(121);
  expect(headlineOf(line)).toBe(`${"👩‍👩‍👧".repeat(120)}…`);
});
