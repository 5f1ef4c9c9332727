import "server-only";
import { Refusal } from "@/lib/shared/refusal";

// Bulk bodies of 25,000 members fit; more is refused before it is read.
export const MAX_JSON_BYTES = 16 * 1024 * 1024;
export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024;

/** The body of a request. @throws Refusal `payload_too_large`. */
export async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) {
    throw new Refusal("payload_too_large", { maxBytes });
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new Refusal("payload_too_large", { maxBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

// An escaped NUL, not one whose backslash is itself escaped.
const ESCAPED_NUL = /(?<!\\)((?:\\\\)*)\\u0000/g;

/** A JSON body as a value, without the NUL that no text in the database may hold; an empty body is an empty object. @throws Refusal `malformed`. */
export function parseJson(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text.includes("\\u0000") ? text.replace(ESCAPED_NUL, "$1") : text);
  } catch {
    throw new Refusal("malformed");
  }
}
