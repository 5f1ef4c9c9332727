import { type Ctx, change, find, newest } from "../store/account";
import { emit } from "../store/events";
import type { Invoice, PaymentIntent, PaymentMethod } from "../store/wire-types";
import { cancelSubscription } from "./cancel";
import { subscriptionOf } from "./invoices";
import { chargeIntent, failWaitingInvoice, payInvoice } from "./pay";

/** The invoice that an intent pays. */
export const invoiceOfIntent = (ctx: Ctx, intent: string): Invoice | undefined => {
  const [payment] = newest(ctx.account, "invoice_payments", (one) => one.payment.payment_intent === intent);
  return payment && find(ctx.account, "invoices", payment.invoice);
};

/** The customer has done what was waited for: the boleto or Pix was paid, the bank has seen the card's holder. */
export const completeWaiting = (ctx: Ctx, intent: PaymentIntent): void => {
  const method = find(ctx.account, "payment_methods", intent.payment_method ?? "");
  const invoice = invoiceOfIntent(ctx, intent.id);
  if (!invoice) chargeIntent(ctx, intent, method, "completed");
  else if (invoice.status === "open") payInvoice(ctx, invoice, method, { completed: true });
  settleCheckout(ctx, invoice, "paid");
};

/** The voucher was never paid, or the bank did not recognise the holder. */
export const failWaiting = (ctx: Ctx, intent: PaymentIntent): void => {
  const method = find(ctx.account, "payment_methods", intent.payment_method ?? "");
  const failed = change(ctx.account, "payment_intents", intent.id, {
    last_payment_error: failureOf(method),
    next_action: null,
    payment_method: null,
    status: "requires_payment_method",
  });
  emit(ctx, "payment_intent.payment_failed", failed);
  const invoice = invoiceOfIntent(ctx, intent.id);
  if (!invoice) return;
  failWaitingInvoice(ctx, invoice);
  settleCheckout(ctx, invoice, "failed");
  const subscription = ctx.account.tables.subscriptions.get(subscriptionOf(invoice) ?? "");
  if (subscription?.status === "incomplete") cancelSubscription(ctx, subscription, null);
};

const failureOf = (method: PaymentMethod) =>
  method.type === "card"
    ? {
        type: "invalid_request_error" as const,
        code: "payment_intent_authentication_failure",
        message:
          "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.",
        payment_method: method as never,
      }
    : {
        type: "invalid_request_error" as const,
        code: "payment_intent_payment_attempt_expired",
        message: "The customer did not pay before the voucher expired.",
        payment_method: method as never,
      };

/** Tells the checkout that had ended with a voucher how it came out. */
const settleCheckout = (ctx: Ctx, invoice: Invoice | undefined, outcome: "paid" | "failed"): void => {
  const [session] = newest(
    ctx.account,
    "checkout_sessions",
    (one) => one.invoice === invoice?.id && one.status === "complete" && one.payment_status === "unpaid",
  );
  if (!invoice || !session) return;
  const settled =
    outcome === "paid"
      ? change(ctx.account, "checkout_sessions", session.id, { payment_status: "paid" })
      : session;
  emit(
    ctx,
    outcome === "paid" ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed",
    settled,
  );
};
