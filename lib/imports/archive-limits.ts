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
  const judged = judgeArchive(bytes, limits, wanted);
  if (!judged.ok) return judged;
  try {
    return { ok: true, names: judged.names, files: unzipSync(bytes, { filter: ({ name }) => wanted(name) }) };
  } catch {
    return { ok: false, code: "zip_invalid" };
  }
}

/** Judges an archive by the sizes that its directory states, unpacking nothing. */
function judgeArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits,
  wanted: (name: string) => boolean,
): { ok: true; names: string[] } | { ok: false; code: ArchiveError } {
  if (bytes.length > limits.maxArchiveBytes) return { ok: false, code: "zip_too_large" };
  const entries: Pick<UnzipFileInfo, "name" | "originalSize">[] = [];
  const note = ({ name, originalSize }: UnzipFileInfo) => {
    entries.push({ name, originalSize });
    return false;
  };
  try {
    unzipSync(bytes, { filter: note });
  } catch {
    return { ok: false, code: "zip_invalid" };
  }
  if (entries.length > limits.maxFiles) return { ok: false, code: "zip_too_many_files" };
  const sizes = entries.filter(({ name }) => wanted(name)).map(({ originalSize }) => originalSize);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const isOver = sizes.some((size) => size > limits.maxFileBytes) || total > limits.maxTotalBytes;
  return isOver ? { ok: false, code: "zip_too_large" } : { ok: true, names: entries.map(({ name }) => name) };
}
