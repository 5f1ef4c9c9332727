import { type Ctx, find, newest } from "../store/account";
import type { Customer, Invoice, Subscription } from "../store/wire-types";
import { newId } from "../wire/ids";
import { wholeList } from "../wire/lists";
import { heldDiscounts, type Taken, takenOff, totalsOf } from "./discounts";
import { buildLine, type LineDraft } from "./lines";

export type InvoiceDraft = {
  customer: string;
  lines: LineDraft[];
  reason: NonNullable<Invoice["billing_reason"]>;
  subscription: Subscription;
  period: { start: number; end: number };
  /** Other discounts than those of the subscription, for a preview. */
  discounts?: string[];
};

/** What an invoice copies from the customer on the day it is made. */
const customerFields = (ctx: Ctx, customer: Customer) => ({
  customer: customer.id,
  customer_account: null,
  customer_address: customer.address ?? null,
  customer_email: customer.email,
  customer_name: customer.name ?? null,
  customer_phone: customer.phone ?? null,
  customer_shipping: null,
  customer_tax_exempt: customer.tax_exempt ?? "none",
  customer_tax_ids: newest(ctx.account, "tax_ids", (one) => one.customer === customer.id).map(
    ({ type, value }) => ({ type, value }),
  ),
  test_clock: customer.test_clock ?? null,
});

/** What our subscriptions never use: taxes, shipping, Connect. */
const unusedFields = () => ({
  account_country: "BR",
  account_name: "Aldeia",
  account_tax_ids: null,
  amount_shipping: 0,
  application: null,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
  custom_fields: null,
  default_source: null,
  default_tax_rates: [],
  description: null,
  footer: null,
  from_invoice: null,
  issuer: { type: "self" as const },
  last_finalization_error: null,
  latest_revision: null,
  livemode: false,
  metadata: {},
  on_behalf_of: null,
  payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
  post_payment_credit_notes_amount: 0,
  pre_payment_credit_notes_amount: 0,
  receipt_number: null,
  rendering: null,
  shipping_cost: null,
  shipping_details: null,
  statement_descriptor: null,
  total_pretax_credit_amounts: [],
  total_taxes: [],
});

/** What the lines, less what discounts take off, and the customer's balance come to. */
const amountFields = (lines: LineDraft[], discounts: Taken[], balance: number) => {
  const subtotal = lines.reduce((sum, line) => sum + line.amount, 0);
  const total = subtotal - discounts.reduce((sum, one) => sum + one.amount, 0);
  const due = Math.max(0, total + balance);
  return {
    amount_due: due,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: due,
    ending_balance: null,
    starting_balance: balance,
    subtotal,
    subtotal_excluding_tax: subtotal,
    total,
    total_discount_amounts: discounts,
    total_excluding_tax: total,
  };
};

/** A draft invoice, not stored. */
export const buildInvoice = (ctx: Ctx, draft: InvoiceDraft): Invoice => {
  const customer = find(ctx.account, "customers", draft.customer, "customer");
  const { subscription } = draft;
  const id = newId("in");
  const discounts = draft.discounts ?? heldDiscounts(ctx, subscription);
  const taken = takenOff(ctx, draft.lines, discounts);
  const automatic = subscription.collection_method === "charge_automatically";
  return {
    ...unusedFields(),
    ...customerFields(ctx, customer),
    ...amountFields(draft.lines, totalsOf(taken, discounts), customer.balance),
    id,
    object: "invoice",
    attempt_count: 0,
    attempted: false,
    auto_advance: true,
    automatically_finalizes_at: null,
    billing_reason: draft.reason,
    collection_method: subscription.collection_method,
    created: ctx.now,
    currency: subscription.currency,
    default_payment_method: null,
    discounts,
    due_date: automatic ? null : ctx.now + (subscription.days_until_due ?? 30) * 86_400,
    effective_at: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    lines: wholeList(
      draft.lines.map((line, at) => buildLine(line, id, taken[at] ?? [])),
      `/v1/invoices/${id}/lines`,
    ),
    next_payment_attempt: null,
    number: null,
    parent: {
      type: "subscription_details",
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
    },
    period_end: draft.period.end,
    period_start: draft.period.start,
    status: "draft",
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    webhooks_delivered_at: ctx.now,
  };
};
