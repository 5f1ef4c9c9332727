import { systemTellInvoice } from "@/lib/billing/commands/tell-finance";
import { newId } from "@/lib/shared/ids";
import type { Place } from "../place";
import type { ActionRow, ApiRow, JobRow, MailRow, PageRow } from "../row-types";

const payers = ["owner", "admin", "finance"] as const;
const choice = () => ({ plan: "growth", interval: "month" });
const nothing = () => ({});
const profile = () => ({
  legalName: "Aurora Ltda.",
  taxId: "12.ABC.345/01DE-35",
  invoiceEmail: "contas@aurora.example",
});

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
  "POST /subscription/keep": asked,
  "GET /billing-profile": { allowed: payers, seeAs: 403, tells: "nobody" },
  "PATCH /billing-profile": { body: profile, allowed: payers, tells: "nobody" },
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
  "billing/keepPlanAction": { for: "staff", form: nothing, ...asked },
  "billing/saveBillingProfileAction": { for: "staff", form: profile, allowed: payers, tells: "nobody" },
};

export const billingJobs: Record<string, JobRow> = {
  "billing.handle_stripe_events": { platform: "the event is stored before its tenant is known" },
  "billing.reconcile": { platform: "by the clock, one job per tenant" },
  "billing.reconcile_tenant": { alone: "the tenant of the queue is all it knows" },
  "billing.watch": { platform: "by the clock, one job per tenant" },
  "billing.watch_tenant": { alone: "the tenant of the queue is all it knows" },
  "billing.push_profile": { alone: "the tenant of the queue is all it knows" },
  "billing.tell_invoice": { payload: async (place) => ({ invoiceId: (await invoice(place)).id }) },
  "billing.tell_finance": {
    payload: async (place) => ({
      kind: "payment",
      stripeInvoiceId: `in_${(await invoice(place)).id}`,
      attempt: 1,
    }),
  },
  "billing.store_invoice_pdf": { payload: async (place) => ({ invoiceId: (await invoice(place)).id }) },
};

export const billingPages: Record<string, PageRow> = {
  "/t/[tenant]/billing": { allowed: payers, tells: "nobody" },
  "/t/[tenant]/billing/change": { allowed: payers, search: "?plan=growth&interval=month", tells: "nobody" },
  "GET /t/[tenant]/billing/confirmation": { allowed: payers, tells: "nobody" },
  "GET /t/[tenant]/billing/invoices/csv": { allowed: payers, tells: "nobody" },
  "GET /t/[tenant]/billing/invoices/zip": { allowed: payers, tells: "nobody" },
  "GET /t/[tenant]/billing/invoices/[id]/hosted": { ...asked, params: invoice },
  "GET /t/[tenant]/billing/invoices/[id]/pdf": { ...asked, params: invoice },
};

export const billingMails: Record<string, MailRow> = {
  "lib/billing/notices.ts": {
    send: async (place) => systemTellInvoice(place.owner, (await invoice(place)).id),
    tells: "nobody",
  },
};
