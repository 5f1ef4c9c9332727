/** A table as CSV for spreadsheets of Brazil: marked UTF-8, semicolons, and no cell that a spreadsheet would run (X27). */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((cells) => cells.map(writeCell).join(";")).join("\r\n")}\r\n`;
}

function writeCell(value: string | number): string {
  const text = String(value);
  const safe = /^[\s]*[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
