import "server-only";
import type Stripe from "stripe";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { databaseNow, keepInvoice } from "../billing-sql";
import { invoicePdfJob } from "../job-names";
import { isMissing, stripe } from "../stripe-client";
import { invoiceFields } from "../stripe-fields";

/** Fetches an invoice from Stripe and keeps it; one that Stripe has deleted (a draft) goes. Any order, any number of times (B4). */
export async function systemSyncInvoice(ctx: TenantContext, stripeInvoiceId: string): Promise<void> {
  const askedAt = await databaseNow(ctx.db);
  try {
    await systemKeepInvoice(ctx, await stripe().invoices.retrieve(stripeInvoiceId), askedAt);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await ctx.db.invoice.deleteMany({ where: { stripeInvoiceId, status: "draft" } });
  }
}

/**
 * Keeps an invoice as Stripe told it at `askedAt`, and has its PDF fetched when it was issued, paid or voided since.
 * Answers whether anything was different.
 */
export async function systemKeepInvoice(
  ctx: TenantContext,
  invoice: Stripe.Invoice,
  askedAt: Date,
): Promise<boolean> {
  const fields = invoiceFields(invoice);
  if (!fields) return false;
  return inTransaction(ctx, async (tx) => {
    const kept = await keepInvoice(tx.db, fields, askedAt);
    if (kept?.statusChanged && fields.status !== "draft")
      await enqueue(tx.db, invoicePdfJob, { invoiceId: kept.id }, { key: `invoice-pdf:${kept.id}` });
    return kept?.changed ?? false;
  });
}
