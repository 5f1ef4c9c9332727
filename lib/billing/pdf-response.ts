import "server-only";
import type { InvoicePdf } from "./queries/get-invoice-pdf";

/** A PDF as an answer: shown in the browser, saved under the invoice's number, kept by no cache on the way. */
export function pdfResponse({ bytes, fileName }: InvoicePdf): Response {
  return new Response(bytes, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${fileName.replaceAll(/[^\w.-]/g, "-")}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
