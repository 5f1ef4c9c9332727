import "server-only";
import { z } from "zod";

// What the queue needs to know of a job before its handler: commands enqueue by these, lib/billing/jobs.ts handles them.
export const stripeEventJob = {
  name: "billing.handle_stripe_event",
  payload: z.object({ eventId: z.string() }),
};

export const invoicePdfJob = {
  name: "billing.store_invoice_pdf",
  payload: z.object({ invoiceId: z.uuid() }),
};

export const reconcileTenantJob = { name: "billing.reconcile_tenant", payload: z.object({}) };
