import { type CsvError, parse } from "csv-parse/sync";
import { decodeText } from "../decode-text";
import { TABLE_LIMITS, type TableLimits, type TableResult } from "./types";

const DELIMITERS = [";", "\t", ",", "|"] as const;
const SAMPLE_LINES = 20;

type ParsedRecord = { record: string[]; info: { lines: number } };

/**
 * Reads a CSV file of any of the encodings and delimiters that Excel and address books write. Row numbers are the
 * lines of the file where the rows start; the header is line 1 unless Excel's `sep=` stands before it.
 */
export function readCsv(bytes: Uint8Array, limits: TableLimits = TABLE_LIMITS): TableResult {
  if (bytes.length > limits.maxBytes) return refuse("file_too_large", { maxBytes: limits.maxBytes });
  // csv-parse counts a CR LF inside quotes as two lines.
  const text = decodeText(bytes).replace(/\r\n?/gu, "\n");
  if (text.includes("\u0000")) return refuse("file_not_text");
  if (text.trim() === "") return refuse("file_empty");
  const stated = /^sep=(.)\n/iu.exec(text);
  const body = stated ? text.slice(stated[0].length) : text;
  const delimiter = stated?.[1] ?? detectDelimiter(body);
  try {
    return toTable(parseRecords(body, delimiter, limits), { delimiter, skipped: stated ? 1 : 0, limits });
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number };
    if (code !== "CSV_QUOTE_NOT_CLOSED") throw error;
    return refuse("quote_not_closed", { row: (lines ?? 1) + (stated ? 1 : 0) });
  }
}

/** The delimiter that splits the first lines most evenly; the header's count decides between equals. */
function detectDelimiter(text: string): string {
  const lines = text.split("\n", SAMPLE_LINES * 2).filter((line) => line.trim() !== "");
  const sample = lines.slice(0, SAMPLE_LINES).map((line) => line.replace(/"[^"]*"/gu, ""));
  const scored = DELIMITERS.map((delimiter) => {
    const counts = sample.map((line) => line.split(delimiter).length - 1);
    const inHeader = counts[0] ?? 0;
    const even = counts.filter((count) => count === inHeader).length / Math.max(counts.length, 1);
    return { delimiter, score: inHeader === 0 ? 0 : even * 100 + Math.min(inHeader, 99) };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score === 0 ? "," : best.delimiter;
}

function parseRecords(body: string, delimiter: string, limits: TableLimits): ParsedRecord[] {
  const options = { delimiter, relax_quotes: true, relax_column_count: true, info: true } as const;
  // Two more than allowed: the header, and one to notice that there are too many.
  return parse(body, { ...options, to: 2 * limits.maxRows + 2 }) as unknown as ParsedRecord[];
}

type Reading = { delimiter: string; skipped: number; limits: TableLimits };

function toTable(records: readonly ParsedRecord[], { delimiter, skipped, limits }: Reading): TableResult {
  const numbered = records.map(({ record }, index) => ({
    row: (records[index - 1]?.info.lines ?? 0) + 1 + skipped,
    cells: record,
  }));
  const [header, ...rows] = numbered.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (!header) return refuse("file_empty");
  if (rows.length > limits.maxRows) return refuse("too_many_rows", { maxRows: limits.maxRows });
  return { ok: true, delimiter, table: { header: header.cells, headerLine: header.row, rows } };
}

function refuse(
  code: Extract<TableResult, { ok: false }>["code"],
  params: Record<string, string | number> = {},
): TableResult {
  return { ok: false, code, params };
}
