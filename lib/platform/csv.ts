import "server-only";
import { stringify } from "csv-stringify/sync";

export type CsvRow = readonly (string | number)[];

/** What tells a spreadsheet that a file is UTF-8; once, at its beginning. */
export const CSV_MARK = "\ufeff";

/** A table as CSV for spreadsheets of Brazil: marked UTF-8, semicolons, and no cell that a spreadsheet would run (X27). */
export function writeCsv(rows: readonly CsvRow[]): string {
  return CSV_MARK + csvLines(rows);
}

/** Some lines of such a table, for a file that is written bit by bit. */
export function csvLines(rows: readonly CsvRow[]): string {
  return stringify(
    rows.map((cells) => cells.map(String)),
    { delimiter: ";", record_delimiter: "windows", escape_formulas: true },
  );
}
