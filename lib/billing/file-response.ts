import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { InvoicePdf } from "./queries/get-invoice-pdf";

type File = { type: string; name: string };

/** A PDF as an answer: saved under the invoice's number. */
export function pdfResponse({ bytes, fileName }: InvoicePdf): Response {
  return fileResponse(bytes, { type: "application/pdf", name: fileName });
}

/** A file as an answer: saved under its name, kept by no cache on the way. */
export function fileResponse(body: BodyInit, { type, name }: File): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name.replaceAll(/[^\w.-]/g, "-")}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** `aldeia-2026.zip`, or by today's date for those of all years. */
export function invoicesFileName(
  { now }: Pick<TenantContext, "now">,
  year: number | undefined,
  kind: string,
): string {
  return `aldeia-${year ?? now.toISOString().slice(0, 10)}.${kind}`;
}
