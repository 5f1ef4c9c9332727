import { describe, expect, test } from "vitest";
import { billingProfileSchema } from "@/lib/billing/schema";
import { formatTaxId, readTaxId } from "@/lib/billing/tax-id-rules";

describe("B7, X35: a tax id is checked by its digits", () => {
  test.each([
    ["390.533.447-05", "cpf", "39053344705"],
    ["11.222.333/0001-81", "cnpj", "11222333000181"],
    ["12.ABC.345/01DE-35", "cnpj", "12ABC34501DE35"],
    ["12abc34501de35", "cnpj", "12ABC34501DE35"],
  ])("%s is a %s", (typed, kind, value) => {
    expect(readTaxId(typed)).toEqual({ kind, value });
  });

  test.each([
    "390.533.447-06",
    "111.111.111-11",
    "12.ABC.345/01DE-36",
    "00.000.000/0000-00",
    "12ABC34501DE3A",
    "123",
    "ação",
    "",
  ])("%s is none", (typed) => {
    expect(readTaxId(typed)).toBeNull();
  });

  test("it is shown as people write it", () => {
    expect(formatTaxId({ kind: "cpf", value: "39053344705" })).toBe("390.533.447-05");
    expect(formatTaxId({ kind: "cnpj", value: "12ABC34501DE35" })).toBe("12.ABC.345/01DE-35");
  });

  test("an empty field clears it, a wrong one is told at the field", () => {
    expect(billingProfileSchema.parse({ legalName: "A", taxId: "", invoiceEmail: "" })).toEqual({
      legalName: "A",
      taxId: null,
      invoiceEmail: null,
    });
    const wrong = billingProfileSchema.safeParse({ legalName: "A", taxId: "1", invoiceEmail: "x" });
    expect(wrong.error?.issues.map(({ path, message }) => [path.join("."), message])).toContainEqual([
      "taxId",
      "invalid_tax_id",
    ]);
  });
});
