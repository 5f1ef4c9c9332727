import "server-only";
import type { ExportFormat } from "./sections";

export const EXPORT_TYPES = { json: "application/json", html: "text/html; charset=utf-8" } as const;

/** A person's data as a file that browsers save: never shown as a page of ours, never kept by a cache. */
export function exportResponse(
  file: ReadableStream<Uint8Array<ArrayBuffer>>,
  { format, name, now }: { format: ExportFormat; name: string; now: Date },
): Response {
  const day = now.toISOString().slice(0, 10);
  return new Response(file, {
    headers: {
      "content-type": EXPORT_TYPES[format],
      "content-disposition": `attachment; filename="${name}-${day}.${format}"`,
      "content-security-policy": "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
