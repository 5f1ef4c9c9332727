import "server-only";
import { z } from "zod";

// What the queue needs to know of a job before its handler: commands enqueue by these, lib/billing/jobs.ts handles them.
/** One job a customer waits, however many of its events are stored meanwhile. */
export const stripeEventsJob = {
  name: "billing.handle_stripe_events",
  payload: z.object({ customerId: z.string().nullable() }),
};

export const invoicePdfJob = {
  name: "billing.store_invoice_pdf",
  payload: z.object({ invoiceId: z.uuid() }),
};

/** Some minutes after an invoice was issued, when it is known whether it was paid. */
export const tellInvoiceJob = {
  name: "billing.tell_invoice",
  payload: z.object({ invoiceId: z.uuid() }),
};

/** What an event of Stripe wants finance to know: a failed payment, a trial that ends. */
export const tellFinanceJob = {
  name: "billing.tell_finance",
  payload: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("payment"), stripeInvoiceId: z.string(), attempt: z.int() }),
    z.object({ kind: z.literal("trial"), stripeSubscriptionId: z.string() }),
  ]),
};

export const pushProfileJob = { name: "billing.push_profile", payload: z.object({}) };

export const watchTenantJob = { name: "billing.watch_tenant", payload: z.object({}) };

/** After a tenant is marked for deletion, or no longer is. */
export const followDeletionJob = { name: "billing.follow_deletion", payload: z.object({}) };

export const reconcileTenantJob = { name: "billing.reconcile_tenant", payload: z.object({}) };
