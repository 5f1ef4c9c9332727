import type { ServerResponse } from "node:http";

/** The head of an event stream; a reader that loses it comes back after two seconds. */
export function beginStream(response: ServerResponse): void {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
  response.write("retry: 2000\n\n");
}

/** 401 also for strangers to the tenant: an unknown house answers like one that one may not enter (T3). */
export function refuseStream(response: ServerResponse): void {
  response.writeHead(401, { "content-type": "application/problem+json", "cache-control": "no-store" });
  response.end(
    JSON.stringify({
      type: "https://aldeia.example/problems/unauthenticated",
      title: "unauthenticated",
      status: 401,
      code: "unauthenticated",
      detail: "Sign in.",
      errors: [],
    }),
  );
}

/** A piece of a stream as it goes over the wire, made once for all who get it: a chunk of HTTP/1.1. */
export function frameOf(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);
}

/** Writes such a piece: past the response, which would make the chunk anew for each reader at twice the cost. */
export function writeFrame(response: ServerResponse, frame: Buffer): void {
  // HTTP/1.0 knows no chunks: its readers get what is in this one.
  const isBare = !response.chunkedEncoding;
  response.socket?.write(isBare ? frame.subarray(frame.indexOf("\r\n") + 2, -2) : frame);
}

// A reader that does not read is let go; it comes back and catches up.
const MAX_UNREAD_BYTES = 1_000_000;

/** Writes such a piece to a reader that reads, and lets go one that does not. */
export function giveFrame(response: ServerResponse, frame: Buffer): void {
  if ((response.socket?.writableLength ?? 0) > MAX_UNREAD_BYTES) response.destroy();
  else writeFrame(response, frame);
}

/** The same of bytes that become a chunk of their own in each response. */
export function giveBytes(response: ServerResponse, bytes: Buffer): void {
  if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
  else response.write(bytes);
}
