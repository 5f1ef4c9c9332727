import "server-only";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileFolder } from "./file-paths";
import type { MediaPart } from "./media-rules";

export type Sendable = {
  tenantId: string;
  id: string;
  part: MediaPart;
  contentType: string;
  name: string;
  /** Opened in the browser, or saved by it. */
  isInline: boolean;
};

/**
 * Answers a request with a stored part, streamed, or with the span of it that was asked for: players of films ask so. Kept by this
 * one browser, which asks each time whether it may still show it; sandboxed, never guessed at.
 */
export async function sendPart(request: Request, file: Sendable): Promise<Response> {
  const path = join(fileFolder(file.tenantId, file.id), file.part);
  const size = (await stat(path).catch(() => null))?.size;
  if (size === undefined)
    return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  const span = spanOf(request.headers.get("range"), size);
  const headers = headersOf(file);
  // The bytes of an id never change: whoever has them, and may still see them, need not get them again.
  if (request.headers.get("if-none-match") === headers.etag)
    return new Response(null, { status: 304, headers });
  if (span === "outside")
    return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${size}` } });
  const { from, to } = span ?? { from: 0, to: size - 1 };
  const stream = createReadStream(path, { start: from, end: to });
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    status: span ? 206 : 200,
    headers: {
      ...headers,
      "content-length": String(to - from + 1),
      ...(span ? { "content-range": `bytes ${from}-${to}/${size}` } : {}),
    },
  });
}

function headersOf({ id, part, contentType, name, isInline }: Sendable) {
  return {
    etag: `"${id}.${part}"`,
    "content-type": contentType,
    "content-disposition": `${isInline ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(name || "media")}`,
    "accept-ranges": "bytes",
    // Never shared between people, and asked for again each time: a right that ended ends with the next look.
    "cache-control": "private, no-cache",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  };
}

/** One span of bytes (RFC 9110 §14.2); several at once, and what is no such thing, get the whole. */
function spanOf(range: string | null, size: number): { from: number; to: number } | "outside" | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  if (first === "" && last === "") return null;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return from > to || from >= size ? "outside" : { from, to };
}
