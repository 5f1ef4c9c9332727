import { describe, expect, it } from "vitest";
import { mapColumns } from "@/lib/imports/csv/map-columns";
import { type MemberReadOptions, readMembers } from "@/lib/imports/csv/read-members";

const read = (header: string[], rows: string[][], options: MemberReadOptions = {}) =>
  readMembers(
    { header, headerLine: 1, rows: rows.map((cells, index) => ({ row: index + 2, cells })) },
    { country: "BR", ...options },
  );
const fields = (...header: string[]) => mapColumns(header).map(({ field }) => field);

describe("columns map by themselves (I1)", () => {
  it("in Portuguese, English and Spanish", () => {
    expect(fields("Nome", "TELEFONE", "E-mail", "Etiquetas")).toEqual(["name", "phone", "email", "tags"]);
    expect(fields("name", "phone", "email", "tags")).toEqual(["name", "phone", "email", "tags"]);
    expect(fields("Nombre", "Teléfono", "Correo electrónico")).toEqual(["name", "phone", "email"]);
    expect(fields("Nome completo", "WhatsApp", "Celular")).toEqual(["name", "phone", "phone"]);
  });

  it("with suffixes and repetitions", () => {
    expect(fields("Phone 1 - Value", "Phone 1 - Type", "Phone 2 - Value", "telefone_2")).toEqual([
      "phone",
      "ignore",
      "phone",
      "phone",
    ]);
    expect(fields("E-mail (trabalho)", "First Name", "Last Name", "Notes", "")).toEqual([
      "email",
      "name",
      "lastName",
      "ignore",
      "ignore",
    ]);
    expect(fields("name", "Name")).toEqual(["name", "ignore"]);
    expect(mapColumns(["name", "Name", ""]).map(({ column }) => column)).toEqual(["name", "Name (2)", "#3"]);
  });

  it("a given mapping reads either way and wins over the headers", () => {
    const header = ["Cliente", "Fone principal", "name", "Cidade"];
    const row = [["Ana", "11 90000-0001", "x", "Olinda"]];
    const expected = {
      name: "Ana",
      identifiers: [{ kind: "phone", value: "+5511900000001", typed: "11 90000-0001" }],
      tags: [],
    };
    const one = read(header, row, {
      mapping: { Cliente: "name", "fone principal": "phone", Cidade: "field:city" },
    });
    expect(one.rows[0]?.member).toEqual({ ...expected, fields: { city: "Olinda" } });
    const other = read(header, row, { mapping: { name: "Cliente", phone: ["Fone principal"] } });
    expect(other.rows[0]?.member).toEqual({ ...expected, fields: {} });
  });

  it("an unknown column or field is named, and no row is read", () => {
    const result = read(["name", "phone"], [["Ana", "11 90000-0001"]], {
      mapping: { Nobody: "name", name: "rank" },
    });
    expect(result.problems).toEqual([
      { code: "unknown_column", value: "Nobody" },
      { code: "unknown_field", value: "rank" },
    ]);
    expect(result.rows).toEqual([]);
    expect(read(["x", "y"], [["1", "2"]]).problems[0]?.code).toBe("no_known_columns");
  });
});

describe("rows (I1)", () => {
  const header = ["Nome", "Telefone", "E-mail", "Etiquetas"];

  it("a good row becomes a member with normalised identifiers", () => {
    const { rows } = read(header, [
      [" Ana  ", "(11) 90000-0001; 11 3456-7890", "Ana@Loja.Example", "VIP, vip; Café"],
    ]);
    expect(rows).toEqual([
      {
        row: 2,
        ok: true,
        errors: [],
        member: {
          name: "Ana",
          identifiers: [
            { kind: "phone", value: "+5511900000001", typed: "(11) 90000-0001" },
            { kind: "phone", value: "+551134567890", typed: "11 3456-7890" },
            { kind: "email", value: "ana@loja.example" },
          ],
          tags: ["VIP", "Café"],
          fields: {},
        },
      },
    ]);
  });

  it.each([
    [["", "11 90000-0001", "", ""], "name_missing", "Nome"],
    [["Ana", "", "", ""], "identifier_missing", null],
    [["Ana", "123", "", ""], "invalid_phone", "Telefone"],
    [["Ana", "5,51199E+12", "", ""], "phone_in_scientific_notation", "Telefone"],
    [["Ana", "", "ana@", ""], "invalid_email", "E-mail"],
    [["Ana", "", "ana@localhost", ""], "invalid_email", "E-mail"],
    [["A".repeat(101), "11 90000-0001", "", ""], "name_too_long", "Nome"],
  ])("%j is refused as %s at %s", (cells, code, column) => {
    const { rows } = read(header, [cells]);
    expect(rows[0]).toMatchObject({ row: 2, ok: false, errors: [{ code, column }] });
    expect(rows[0]?.errors).toHaveLength(1);
  });

  it("good rows stand although others fail, and every fault of a row is told", () => {
    const { rows } = read(header, [
      ["", "x", "y", ""],
      ["Bia", "11 90000-0002", "", ""],
    ]);
    expect(rows.map(({ ok }) => ok)).toEqual([false, true]);
    expect(rows[0]?.errors.map(({ code }) => code)).toEqual([
      "invalid_phone",
      "invalid_email",
      "name_missing",
    ]);
  });

  it("X27: the apostrophe that an export put before a formula sign goes", () => {
    const { rows } = read(header, [["'=Ana", "'+55 11 90000-0001", "", ""]]);
    expect(rows[0]?.member).toMatchObject({ name: "=Ana", identifiers: [{ value: "+5511900000001" }] });
  });

  it("first and last name make one", () => {
    const { rows } = read(["First Name", "Last Name", "Phone"], [["Ana", "Lima", "11 90000-0001"]]);
    expect(rows[0]?.member?.name).toBe("Ana Lima");
  });
});

describe("people twice in one file (I1, X20)", () => {
  const header = ["name", "phone", "tags"];

  it("the same name and number with and without the ninth digit is merged into the first row", () => {
    const { rows } = read(header, [
      ["Ana Lima", "31 98765-4321", "a"],
      ["ana lima", "31 8765-4321", "b"],
    ]);
    expect(rows[1]).toMatchObject({ ok: true, duplicateOf: 2 });
    expect(rows[0]?.member).toMatchObject({ tags: ["a", "b"], identifiers: [{ value: "+5531987654321" }] });
  });

  it("another name with the same number is refused and names the first row", () => {
    const { rows } = read(header, [
      ["Ana", "31 98765-4321", ""],
      ["Bia", "+55 31 8765-4321", ""],
    ]);
    expect(rows[1]).toMatchObject({
      ok: false,
      errors: [{ code: "duplicate_in_file", params: { row: 2, value: "+553187654321" } }],
    });
  });

  it("a row that would join two earlier people is refused", () => {
    const { rows } = read(
      ["name", "phone", "email"],
      [
        ["Ana", "31 98765-4321", ""],
        ["Ana", "", "ana@loja.example"],
        ["Ana", "31 98765-4321", "ana@loja.example"],
      ],
    );
    expect(rows.map(({ ok }) => ok)).toEqual([true, true, false]);
  });
});
