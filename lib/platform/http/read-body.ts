import "server-only";
import { createHash } from "node:crypto";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { type StagedUpload, stageUpload } from "../files/stage-upload";
import { readBytes } from "./read-bytes";

// Bulk bodies of 25,000 members fit; more is refused before it is read.
export const MAX_JSON_BYTES = 16 * 1024 * 1024;
export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024;

async function bytesWithin(request: Request, maxBytes: number): Promise<Buffer> {
  const bytes = await readBytes(request, maxBytes);
  if (!bytes) throw new Refusal("payload_too_large", { maxBytes });
  return bytes;
}

/** What a request sent: a text that is equal when its content is, and its value. */
export type SentBody = { print: string; value: () => unknown; upload?: StagedUpload };

/** A JSON body. @throws Refusal `payload_too_large`; `value` throws `malformed`. */
export async function readJson(request: Request): Promise<SentBody> {
  const bytes = await bytesWithin(request, MAX_JSON_BYTES);
  return { print: digest(bytes), value: () => parseJson(bytes.toString("utf8")) };
}

/**
 * The fields of a form with files. Clients draw a new boundary for each try, so the print is of the fields.
 * @throws Refusal `payload_too_large`; `value` throws `invalid_input` for what is no form
 */
export async function readForm(request: Request): Promise<SentBody> {
  const bytes = await bytesWithin(request, MAX_UPLOAD_BYTES);
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(new Uint8Array(bytes), { headers }).formData().catch(() => null);
  if (form) return { print: digest(...(await printOf(form))), value: () => textsOf(form) };
  return {
    print: digest(bytes),
    value: () => {
      throw invalidInput({ path: "file", code: "required" });
    },
  };
}

/** A file as it is, on disk until it is stored or the answer is made. @throws Refusal as `stageUpload` does */
export async function readUpload(request: Request): Promise<SentBody> {
  const upload = await stageUpload(request.body);
  return { print: upload.sha256, value: () => undefined, upload };
}

/** The fields of a query or form; the NUL that no text in the database may hold is left out, as everywhere. */
export function textsOf(fields: Iterable<[string, unknown]>): Record<string, unknown> {
  const entries = [...fields].map(([name, value]) => [
    name,
    typeof value === "string" ? value.replaceAll("\0", "") : value,
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

async function printOf(form: FormData): Promise<(string | Uint8Array)[]> {
  const parts = [...form].map(async ([name, value]) =>
    typeof value === "string"
      ? JSON.stringify([name, value])
      : `${JSON.stringify([name, value.name])}${digest(new Uint8Array(await value.arrayBuffer()))}`,
  );
  return await Promise.all(parts);
}

function digest(...parts: (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\n");
  return hash.digest("hex");
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
