import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { readOriginal } from "@/lib/platform/files/read-file";
import { Refusal } from "@/lib/shared/refusal";
import { unsafeDownloadPdf } from "../commands/store-invoice-pdf";
import { askForInvoice, getInvoice } from "./get-invoice";

export type InvoicePdf = { bytes: Uint8Array<ArrayBuffer>; fileName: string };

/**
 * The PDF of an invoice: our stored copy, else Stripe's (B3).
 * @throws Refusal `not_allowed`, `not_found`, `invoice_not_issued`, `unavailable`
 */
export async function getInvoicePdf(ctx: TenantContext, invoiceId: string): Promise<InvoicePdf> {
  const invoice = await getInvoice(ctx, invoiceId);
  if (invoice.status === "draft") throw new Refusal("invoice_not_issued");
  const stored = invoice.pdfFileId ? await readOriginal(ctx, invoice.pdfFileId) : null;
  const bytes = stored ?? (await askForInvoice(() => unsafeDownloadPdf(invoice.stripeInvoiceId)));
  if (!bytes) throw new Refusal("invoice_not_issued");
  return { bytes, fileName: `${invoice.number ?? invoice.id}.pdf` };
}
