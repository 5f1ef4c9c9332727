import { type Ctx, change, find, newest, put } from "../store/account";
import { emit } from "../store/events";
import type { Invoice, InvoicePayment } from "../store/wire-types";
import { invalid } from "../wire/errors";
import { endUsed } from "./discounts";
import { buildInvoice, type InvoiceDraft } from "./invoice-object";
import { buildIntent, buildInvoicePayment } from "./payment-object";

/** Makes a draft invoice and makes it the subscription's latest. */
export const createInvoice = (ctx: Ctx, draft: InvoiceDraft): Invoice => {
  const invoice = put(ctx.account, "invoices", buildInvoice(ctx, draft));
  endUsed(ctx, draft.subscription, invoice.total_discount_amounts ?? []);
  if (ctx.account.tables.subscriptions.has(draft.subscription.id))
    change(ctx.account, "subscriptions", draft.subscription.id, { latest_invoice: invoice.id });
  emit(ctx, "invoice.created", invoice);
  return invoice;
};

/** The id of the subscription that an invoice bills. */
export const subscriptionOf = (invoice: Invoice): string | null =>
  invoice.parent?.subscription_details?.subscription ?? null;

/** The payment that waits for, or has paid, an invoice. */
export const paymentOf = (ctx: Ctx, invoice: Invoice): InvoicePayment | undefined =>
  newest(ctx.account, "invoice_payments", (one) => one.invoice === invoice.id)[0];

/** Gives the invoice its number and makes it owed. One with nothing to pay is paid at once. */
export const finalizeInvoice = (ctx: Ctx, draft: Invoice): Invoice => {
  if (draft.status !== "draft")
    throw invalid(
      "This invoice is already finalized, you can't re-finalize a non-draft invoice.",
      "invoice_not_editable",
    );
  const customer = find(ctx.account, "customers", draft.customer ?? "", "customer");
  const sequence = customer.next_invoice_sequence ?? 1;
  const balance = draft.total + customer.balance - Math.max(0, draft.total + customer.balance);
  change(ctx.account, "customers", customer.id, {
    balance,
    next_invoice_sequence: sequence + 1,
    currency: draft.currency,
  });
  const due = Math.max(0, draft.total + customer.balance);
  const open = change(ctx.account, "invoices", draft.id, {
    amount_due: due,
    amount_remaining: due,
    automatically_finalizes_at: null,
    effective_at: ctx.now,
    ending_balance: balance,
    number: `${customer.invoice_prefix}-${String(sequence).padStart(4, "0")}`,
    starting_balance: customer.balance,
    status: "open",
    status_transitions: { ...draft.status_transitions, finalized_at: ctx.now },
  });
  if (due > 0) requestPayment(ctx, open);
  emit(ctx, "invoice.finalized", open);
  return due > 0 ? open : settle(ctx, open, 0);
};

const requestPayment = (ctx: Ctx, invoice: Invoice): void => {
  const reason =
    invoice.billing_reason === "subscription_create" ? "Subscription creation" : "Subscription update";
  const intent = put(
    ctx.account,
    "payment_intents",
    buildIntent(ctx, {
      amount: invoice.amount_due,
      currency: invoice.currency,
      customer: invoice.customer,
      description: reason,
    }),
  );
  put(ctx.account, "invoice_payments", buildInvoicePayment(ctx, invoice, intent.id));
  emit(ctx, "payment_intent.created", intent);
};

/** Marks an invoice paid and tells it. */
export const settle = (ctx: Ctx, invoice: Invoice, amount: number): Invoice => {
  const paid = change(ctx.account, "invoices", invoice.id, {
    amount_paid: amount,
    amount_remaining: 0,
    attempted: true,
    auto_advance: false,
    next_payment_attempt: null,
    status: "paid",
    status_transitions: { ...invoice.status_transitions, paid_at: ctx.now },
  });
  emit(ctx, "invoice.updated", paid, { status: invoice.status, amount_paid: invoice.amount_paid });
  emit(ctx, "invoice.paid", paid);
  emit(ctx, "invoice.payment_succeeded", paid);
  return paid;
};

/** Ends an open invoice without payment. */
export const closeInvoice = (ctx: Ctx, invoice: Invoice, as: "void" | "uncollectible"): Invoice => {
  if (invoice.status !== "open" && !(as === "void" && invoice.status === "uncollectible"))
    throw invalid(
      `You can only ${as === "void" ? "void" : "mark as uncollectible"} an open invoice.`,
      "invoice_not_editable",
    );
  const intent = paymentOf(ctx, invoice)?.payment.payment_intent;
  const stamp = as === "void" ? { voided_at: ctx.now } : { marked_uncollectible_at: ctx.now };
  const closed = change(ctx.account, "invoices", invoice.id, {
    auto_advance: false,
    next_payment_attempt: null,
    status: as,
    status_transitions: { ...invoice.status_transitions, ...stamp },
  });
  if (as === "void" && intent) {
    const canceled = change(ctx.account, "payment_intents", intent, {
      canceled_at: ctx.now,
      cancellation_reason: "void_invoice",
      status: "canceled",
    });
    emit(ctx, "payment_intent.canceled", canceled);
  }
  emit(ctx, as === "void" ? "invoice.voided" : "invoice.marked_uncollectible", closed);
  return closed;
};
