import { newId } from "@/lib/shared/ids";
import type { Place } from "../place";
import type { ActionRow, ApiRow, JobRow, PageRow } from "../row-types";

const payers = ["owner", "admin", "finance"] as const;
const choice = () => ({ plan: "growth", interval: "month" });
const nothing = () => ({});

/** An invoice as webhooks leave it. */
export const invoice = (place: Place) =>
  place.once("invoice", async () => {
    const id = newId();
    const { owner } = place;
    const money = { amountMinor: 4_900n, amountPaidMinor: 4_900n, currency: "BRL" };
    const known = { number: `A-${id}`, plan: "Growth", status: "paid", finalizedAt: owner.now };
    await owner.db.invoice.create({ data: { id, stripeInvoiceId: `in_${id}`, ...money, ...known } });
    return { id };
  });

// What Stripe answers depends on what was bought; here it is held who gets as far as asking.
const asked = { allowed: payers, permitted: true, tells: "nobody" } as const;

export const billingApi: Record<string, ApiRow> = {
  "GET /plans": { allowed: ["owner", "admin", "marketer", "finance", "agent"], seeAs: 200, tells: "nobody" },
  "GET /subscription": { allowed: payers, seeAs: 403, tells: "nobody" },
  "POST /subscription/checkout": { body: choice, ...asked },
  "POST /subscription/portal": asked,
  "POST /subscription/preview": { body: choice, ...asked },
  "POST /subscription/change": { body: choice, ...asked },
  "POST /subscription/cancel": asked,
  "POST /subscription/resume": asked,
  "GET /invoices": { allowed: payers, seeAs: 403, tells: "nobody" },
  "GET /invoices/{id}/hosted": { params: invoice, ...asked, seeAs: 403 },
  "GET /invoices/{id}/pdf": { params: invoice, ...asked, seeAs: 403 },
};

export const billingActions: Record<string, ActionRow> = {
  "billing/startCheckoutAction": { for: "staff", form: choice, ...asked },
  "billing/openPortalAction": { for: "staff", form: nothing, ...asked },
  "billing/changePlanAction": { for: "staff", form: choice, ...asked },
  "billing/cancelSubscriptionAction": { for: "staff", form: nothing, ...asked },
  "billing/resumeSubscriptionAction": { for: "staff", form: nothing, ...asked },
};

export const billingJobs: Record<string, JobRow> = {
  "billing.handle_stripe_event": { platform: "the event is stored before its tenant is known" },
  "billing.reconcile": { platform: "by the clock, one job per tenant" },
  "billing.reconcile_tenant": { alone: "the tenant of the queue is all it knows" },
  "billing.store_invoice_pdf": { payload: async (place) => ({ invoiceId: (await invoice(place)).id }) },
};

export const billingPages: Record<string, PageRow> = {
  "/t/[tenant]/billing": { allowed: payers, tells: "nobody" },
  "/t/[tenant]/billing/change": { allowed: payers, search: "?plan=growth&interval=month", tells: "nobody" },
  "GET /t/[tenant]/billing/confirmation": { allowed: payers, tells: "nobody" },
  "GET /t/[tenant]/billing/invoices/[id]/hosted": { ...asked, params: invoice },
  "GET /t/[tenant]/billing/invoices/[id]/pdf": { ...asked, params: invoice },
};
