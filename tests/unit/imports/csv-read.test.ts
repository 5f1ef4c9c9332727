import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "@/lib/imports/csv/read-csv";

const utf8 = (text: string) => new TextEncoder().encode(text);
const table = (bytes: Uint8Array) => {
  const result = readCsv(bytes);
  if (!result.ok) throw new Error(result.code);
  return result.table;
};

describe("the bytes of a CSV file (X27)", () => {
  const text = "nome;telefone\nJoão Conceição;11 90000-0001\n";

  it.each([
    ["UTF-8", utf8(text)],
    ["UTF-8 with a mark", utf8(`\ufeff${text}`)],
    ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 without a mark", Buffer.from(text, "utf16le")],
    ["Windows-1252", Buffer.from(text, "latin1")],
  ])("%s is read", (_, bytes) => {
    expect(table(bytes)).toEqual({
      header: ["nome", "telefone"],
      headerLine: 1,
      rows: [{ row: 2, cells: ["João Conceição", "11 90000-0001"] }],
    });
  });

  it.each([
    ["semicolons, though names hold commas", "name;phone\nSilva, Ana;1\nLima, Bia;2", ";"],
    ["commas", 'name,phone\n"a;b",1', ","],
    ["tabs", "name\tphone\nAna, B\t1", "\t"],
    ["one column", "email\na@b.example", ","],
    ["Excel's own line", "sep=|\nname|phone\nAna|1", "|"],
  ])("%s", (_, body, delimiter) => {
    expect(readCsv(utf8(body))).toMatchObject({ ok: true, delimiter });
  });

  it("the row number is the line where the row starts, the header being line 1", () => {
    const body = 'name,phone\r\n\r\nAna,"1\r\n2"\r\n,,\r\nBia,3\r\n';
    expect(table(utf8(body)).rows).toEqual([
      { row: 3, cells: ["Ana", "1\n2"] },
      { row: 6, cells: ["Bia", "3"] },
    ]);
    expect(table(utf8("sep=;\nname;phone\nAna;1")).rows[0]?.row).toBe(3);
  });

  it("rows may be shorter or longer than the header, and quotes may stand inside cells", () => {
    expect(table(utf8('a,b\n1\n1,2,3\nthe "x",2')).rows.map(({ cells }) => cells)).toEqual([
      ["1"],
      ["1", "2", "3"],
      ['the "x"', "2"],
    ]);
  });

  it("says what is wrong with a file", () => {
    expect(readCsv(utf8(" \n"))).toMatchObject({ ok: false, code: "file_empty" });
    expect(readCsv(utf8('a,b\n"x,1\n2,3'))).toMatchObject({ ok: false, code: "quote_not_closed" });
    expect(readCsv(new Uint8Array([80, 75, 3, 4, 0, 0, 7, 200]))).toMatchObject({
      ok: false,
      code: "file_not_text",
    });
    const limits = { maxBytes: 100, maxRows: 2 };
    expect(readCsv(utf8("a\n1\n2\n3"), limits)).toMatchObject({ ok: false, code: "too_many_rows" });
    expect(readCsv(utf8("a\n1\n2\n"), limits).ok).toBe(true);
    expect(readCsv(utf8("a".repeat(101)), limits)).toMatchObject({ ok: false, code: "file_too_large" });
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string().map(utf8)), (bytes) => {
        expect(typeof readCsv(bytes).ok).toBe("boolean");
      }),
    );
  });
});
