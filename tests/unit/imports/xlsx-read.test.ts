import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readMembers } from "@/lib/imports/csv/read-members";
import { readXlsx } from "@/lib/imports/csv/read-xlsx";

const SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELS = "http://schemas.openxmlformats.org/package/2006/relationships";
const DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The smallest workbook: one sheet of inline strings and numbers; an empty row is left out, as Excel does. */
function workbook(rows: (string | number)[][]): Uint8Array {
  const cell = (value: string | number, ref: string) =>
    typeof value === "number"
      ? `<c r="${ref}"><v>${value}</v></c>`
      : `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const xml = rows.map((cells, at) => {
    const columns = cells.map((value, index) => cell(value, `${"ABC"[index]}${at + 1}`)).join("");
    return cells.length === 0 ? "" : `<row r="${at + 1}">${columns}</row>`;
  });
  return zipSync({
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${SHEET}" xmlns:r="${DOC}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${DOC}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(
      `<worksheet xmlns="${SHEET}"><sheetData>${xml.join("")}</sheetData></worksheet>`,
    ),
    "xl/media/picture.png": new Uint8Array(10),
  });
}

describe("workbooks (I1)", () => {
  it("give the same shape as a CSV file, with the sheet's row numbers and digits whole", async () => {
    const result = await readXlsx(workbook([["nome", "telefone"], ["Ana", 5511900000001], [], ["Bia", "x"]]));
    if (!result.ok) throw new Error(result.code);
    expect(result.table).toEqual({
      header: ["nome", "telefone"],
      headerLine: 1,
      rows: [
        { row: 2, cells: ["Ana", "5511900000001"] },
        { row: 4, cells: ["Bia", "x"] },
      ],
    });
    const { rows } = readMembers(result.table, { country: "BR" });
    expect(rows.map(({ row, ok }) => [row, ok])).toEqual([
      [2, true],
      [4, false],
    ]);
  });

  it("are refused when they are none, empty, too long or would grow too large", async () => {
    const code = async (bytes: Uint8Array, maxRows = 5, maxUnpacked = 10_000) => {
      const result = await readXlsx(bytes, { maxBytes: 100_000, maxRows }, maxUnpacked);
      return result.ok ? "ok" : result.code;
    };
    expect(await code(strToU8("name,phone"))).toBe("file_not_a_spreadsheet");
    expect(await code(zipSync({ "a.txt": strToU8("x") }))).toBe("file_not_a_spreadsheet");
    expect(await code(workbook([]))).toBe("file_empty");
    expect(await code(workbook([["a"], ["1"], ["2"]]), 1)).toBe("too_many_rows");
    expect(await code(zipSync({ "xl/workbook.xml": new Uint8Array(20_000) }))).toBe("file_too_large");
    expect(await code(new Uint8Array(100_001))).toBe("file_too_large");
  });
});
