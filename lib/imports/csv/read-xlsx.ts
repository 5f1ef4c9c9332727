import { zipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { isZip, unpackWithin } from "../archive-limits";
import { TABLE_LIMITS, type TableLimits, type TableResult } from "./types";

const MAX_UNPACKED_BYTES = 120 * 1024 * 1024;

/** Reads the first sheet of a workbook into the same table as a CSV file; row numbers are the sheet's. */
export async function readXlsx(
  bytes: Uint8Array,
  limits: TableLimits = TABLE_LIMITS,
  maxUnpackedBytes = MAX_UNPACKED_BYTES,
): Promise<TableResult> {
  if (bytes.length === 0) return { ok: false, code: "file_empty", params: {} };
  if (bytes.length > limits.maxBytes) return tooLarge(limits.maxBytes);
  if (!isZip(bytes)) return { ok: false, code: "file_not_a_spreadsheet", params: {} };
  const safe = repack(bytes, maxUnpackedBytes);
  if (safe === "too_large") return tooLarge(maxUnpackedBytes);
  const sheet = safe && (await readSheet(Buffer.from(safe)).catch(() => null));
  if (!sheet) return { ok: false, code: "file_not_a_spreadsheet", params: {} };
  const numbered = sheet.map((cells, index) => ({ row: index + 1, cells: cells.map(cellText) }));
  const [header, ...rows] = numbered.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (!header) return { ok: false, code: "file_empty", params: {} };
  if (rows.length > limits.maxRows) {
    return { ok: false, code: "too_many_rows", params: { maxRows: limits.maxRows } };
  }
  return { ok: true, delimiter: null, table: { header: header.cells, headerLine: header.row, rows } };
}

function tooLarge(maxBytes: number): TableResult {
  return { ok: false, code: "file_too_large", params: { maxBytes } };
}

/** The workbook's XML alone, stored: unpacked here within limits, so that the reader cannot be made to grow. */
function repack(bytes: Uint8Array, maxBytes: number): Uint8Array | "too_large" | null {
  const limits = {
    maxArchiveBytes: bytes.length,
    maxFiles: 2_000,
    maxFileBytes: maxBytes,
    maxTotalBytes: maxBytes,
  };
  const unpacked = unpackWithin(bytes, limits, (name) => /\.(?:xml|rels)$/iu.test(name));
  if (unpacked.ok) return zipSync(unpacked.files, { level: 0 });
  return unpacked.code === "zip_invalid" ? null : "too_large";
}

/** Numbers as typed, never in scientific notation: a phone in a number cell keeps its digits. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === "number" && Number.isSafeInteger(cell)) return String(BigInt(cell));
  return String(cell);
}
