import { stringify } from "csv-stringify/sync";

/** A table as CSV for spreadsheets of Brazil: marked UTF-8, semicolons, and no cell that a spreadsheet would run (X27). */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(
    [...rows].map((cells) => cells.map(String)),
    {
      bom: true,
      delimiter: ";",
      record_delimiter: "windows",
      escape_formulas: true,
    },
  );
}
