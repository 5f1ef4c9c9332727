import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { storeFile } from "@/lib/platform/files/store-file";
import { stripe } from "../stripe-client";

/** Keeps a copy of an invoice's PDF, so that it opens when Stripe is down and after its links have died (B3, X31). */
export async function systemStoreInvoicePdf(
  ctx: TenantContext,
  { invoiceId }: { invoiceId: string },
): Promise<void> {
  const known = await ctx.db.invoice.findFirst({
    where: { id: invoiceId },
    select: { stripeInvoiceId: true, number: true },
  });
  const bytes = known && (await unsafeDownloadPdf(known.stripeInvoiceId));
  if (!bytes) return;
  const file = await storeFile(ctx, {
    purpose: "invoice_pdf",
    bytes,
    name: `${known.number ?? "invoice"}.pdf`,
  });
  await ctx.db.invoice.updateMany({ where: { id: invoiceId }, data: { pdfFileId: file.id } });
}

/** The PDF from Stripe as it is now; null for a draft. The caller answers for who may see it. */
export async function unsafeDownloadPdf(stripeInvoiceId: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const { invoice_pdf: url } = await stripe().invoices.retrieve(stripeInvoiceId);
  if (!url) return null;
  const answer = await fetch(url, { headers: { "accept-language": "pt-BR" } });
  if (!answer.ok) throw new Error(`The PDF of ${stripeInvoiceId} answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
