import "server-only";
import type Stripe from "stripe";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { canViewBilling } from "../policy";
import { askStripe, isMissing } from "../stripe-client";

/** @throws Refusal `not_allowed` (B7), `not_found` for unknown and foreign ids alike (T3) */
export async function getInvoice(ctx: TenantContext, invoiceId: string) {
  authorize(canViewBilling(ctx.actor));
  const invoice = isId(invoiceId)
    ? await ctx.db.invoice.findFirst({
        where: { id: invoiceId },
        select: { id: true, stripeInvoiceId: true, number: true, status: true, pdfFileId: true },
      })
    : null;
  if (!invoice) throw notFound();
  return invoice;
}

/**
 * A fresh address of the invoice's hosted page; Stripe's own die after 30 days (X31).
 * @throws Refusal `not_allowed`, `not_found`, `invoice_not_issued`, `unavailable`
 */
export async function getHostedInvoiceUrl(ctx: TenantContext, invoiceId: string): Promise<string> {
  const invoice = await getInvoice(ctx, invoiceId);
  if (invoice.status === "draft") throw new Refusal("invoice_not_issued");
  const known = await askForInvoice((client) => client.invoices.retrieve(invoice.stripeInvoiceId));
  const url = known.hosted_invoice_url;
  if (!url) throw new Refusal("invoice_not_issued");
  return url;
}

/**
 * Asks Stripe about an invoice; one that Stripe no longer knows has nothing more to show.
 * @throws Refusal `not_found`, `unavailable`
 */
export async function askForInvoice<T>(ask: (client: Stripe) => Promise<T>): Promise<T> {
  return await askStripe(ask).catch((error: unknown) => {
    if (isMissing(error)) throw notFound();
    throw error;
  });
}
