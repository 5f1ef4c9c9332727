import { describe, expect, test } from "vitest";
import { habitsOf, readDay, readFieldValue, readNumber } from "@/lib/fields/rules";
import type { FieldKind } from "@/lib/fields/types";

const read = (kind: FieldKind, raw: string | number | boolean, options: string[] = []) => {
  const result = readFieldValue({ kind, options }, raw);
  return result.ok ? result.value : result.code;
};

describe("a value of a field is read as its kind", () => {
  test("numbers with either decimal mark, and grouped", () => {
    const typed = [
      "12",
      "12,5",
      "12.5",
      "1.234,5",
      "1,234.5",
      "1.234.567",
      "-3",
      "+4",
      "1e5",
      "doze",
      "1,2,3.4.5",
    ];
    expect(typed.map((text) => readNumber(text))).toEqual([
      12,
      12.5,
      12.5,
      1234.5,
      1234.5,
      1_234_567,
      -3,
      4,
      null,
      null,
      null,
    ]);
    expect(read("number", "10 km")).toBe("field_not_a_number");
    expect(read("number", 7.5)).toBe(7.5);
  });

  test("days as ISO or in the order of the place; those that do not exist are none", () => {
    expect(
      ["2026-02-28", "2026-02-29", "28/02/2026", "1-2-2026", "2026-13-01"].map((day) => readDay(day)),
    ).toEqual(["2026-02-28", null, "2026-02-28", "2026-02-01", null]);
    expect(readDay("02/28/2026", habitsOf("US"))).toBe("2026-02-28");
    expect(read("date", "ontem")).toBe("field_not_a_date");
  });

  test("a choice in its own spelling, whatever case and accents; yes and no in three languages", () => {
    expect(read("choice", "medio", ["Pequeno", "Médio"])).toBe("Médio");
    expect(read("choice", "enorme", ["Pequeno"])).toBe("field_not_an_option");
    expect(["Sim", "NÃO", "yes", "no", "sí", true, "talvez"].map((word) => read("yes_no", word))).toEqual([
      true,
      false,
      true,
      false,
      true,
      true,
      "field_not_yes_no",
    ]);
  });

  test("an empty text takes the value away", () => {
    expect((["text", "number", "date", "choice", "yes_no"] as const).map((kind) => read(kind, "  "))).toEqual(
      Array(5).fill(null),
    );
  });
});
