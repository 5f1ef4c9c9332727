import "server-only";
import type Stripe from "stripe";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { databaseNow } from "@/lib/platform/db/database-now";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { keepInvoice } from "../billing-sql";
import { invoicePdfJob, tellInvoiceJob } from "../job-names";
import { isMissing, stripe } from "../stripe-client";
import { invoiceFields } from "../stripe-fields";
import type { Keep } from "../types";

const TELL_AFTER_MS = 10 * 60_000;

/**
 * Fetches an invoice from Stripe and answers how to keep it; one that Stripe has deleted (a draft) goes. Any order, any
 * number of times (B4).
 */
export async function systemAskForInvoice(stripeInvoiceId: string): Promise<Keep> {
  try {
    const invoice = await stripe().invoices.retrieve(stripeInvoiceId);
    return (ctx, askedAt) => systemKeepInvoice(ctx, invoice, askedAt);
  } catch (error) {
    if (!isMissing(error)) throw error;
    return ({ db }) => db.invoice.deleteMany({ where: { stripeInvoiceId, status: "draft" } });
  }
}

/** What a person changed at Stripe by us is kept at once, before its webhook. */
export async function systemSyncInvoice(ctx: TenantContext, stripeInvoiceId: string): Promise<void> {
  const askedAt = await databaseNow(ctx.db);
  await (await systemAskForInvoice(stripeInvoiceId))(ctx, askedAt);
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
    if (kept?.statusChanged && fields.status !== "draft") await followUp(tx, kept.id);
    return kept?.changed ?? false;
  });
}

/** A copy of the PDF; the mail a little later, when it is known whether the card went through. */
async function followUp(tx: TenantContext, invoiceId: string): Promise<void> {
  const copy = { key: `invoice-pdf:${invoiceId}`, isBackground: true };
  await enqueue(tx.db, invoicePdfJob, { invoiceId }, copy);
  const runAt = new Date(tx.now.getTime() + TELL_AFTER_MS);
  await enqueue(tx.db, tellInvoiceJob, { invoiceId }, { key: `invoice-mail:${invoiceId}`, runAt });
}
