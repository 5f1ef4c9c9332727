import "server-only";
import { open } from "node:fs/promises";
import { invalidInput } from "@/lib/shared/refusal";

// Where readers look for the end of a document (ISO 32000-1, annex H: within the last 1,024 bytes).
const TAIL_BYTES = 1_024;
const END = "%%EOF";

/**
 * That a document ends where its format does: an archive or a page behind it would be a second file in the first.
 * @throws Refusal `invalid_input` at `file` with `file_not_whole`
 */
export async function requireWholePdf(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(TAIL_BYTES, size);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const tail = buffer.toString("latin1");
    const end = tail.lastIndexOf(END);
    if (
      end < 0 ||
      tail
        .slice(end + END.length)
        .replaceAll("\0", "")
        .trim() !== ""
    )
      throw invalidInput({ path: "file", code: "file_not_whole" });
  } finally {
    await file.close();
  }
}
