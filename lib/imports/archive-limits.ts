import { type UnzipFileInfo, unzipSync } from "fflate";

export type ArchiveLimits = {
  maxArchiveBytes: number;
  maxFiles: number;
  maxFileBytes: number;
  maxTotalBytes: number;
};
export type ArchiveError = "zip_invalid" | "zip_too_large" | "zip_too_many_files";

/** A ZIP file's signature. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

type Unpacked =
  | { ok: true; names: string[]; files: Record<string, Uint8Array> }
  | { ok: false; code: ArchiveError };

/**
 * Unpacks the wanted files only. Sizes are judged by the archive's own directory before a byte is unpacked, and
 * the unpacker never writes beyond them, so a lying directory truncates a file instead of filling the memory.
 */
export function unpackWithin(
  bytes: Uint8Array,
  limits: ArchiveLimits,
  wanted: (name: string) => boolean,
): Unpacked {
  if (bytes.length > limits.maxArchiveBytes) return { ok: false, code: "zip_too_large" };
  const names: string[] = [];
  let total = 0;
  let isOver = false;
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    names.push(name);
    if (isOver || names.length > limits.maxFiles || !wanted(name)) return false;
    total += originalSize;
    isOver = originalSize > limits.maxFileBytes || total > limits.maxTotalBytes;
    return !isOver;
  };
  try {
    const files = unzipSync(bytes, { filter });
    if (isOver) return { ok: false, code: "zip_too_large" };
    if (names.length > limits.maxFiles) return { ok: false, code: "zip_too_many_files" };
    return { ok: true, names, files };
  } catch {
    return { ok: false, code: "zip_invalid" };
  }
}
