import { type Ctx, change, find, put } from "../store/account";
import { emit } from "../store/events";
import type { Charge, Invoice, PaymentIntent, PaymentMethod, Subscription } from "../store/wire-types";
import { type ErrorBody, StripeRefusal } from "../wire/errors";
import { cancelSubscription } from "./cancel";
import { type Decline, declineOf } from "./cards";
import { paymentOf, settle, subscriptionOf } from "./invoices";
import { buildCharge } from "./payment-object";
import { hasToWait, passChallenge, waitFor } from "./waiting";

const DAY = 86_400;

/** Days between the tries of Stripe's default retry schedule. */
const RETRY_AFTER_DAYS = [3, 5, 7];

export type Attempt = { invoice: Invoice; decline: Decline | undefined; intent: PaymentIntent | undefined };

/** `automatic` tries count as retries and plan the next one; a `completed` one has what it waited for. */
export type Trying = { automatic?: boolean; completed?: boolean };

/** The method that Stripe would charge: the subscription's own, then the customer's default. */
export const methodFor = (
  ctx: Ctx,
  customer: string,
  subscription?: Subscription,
): PaymentMethod | undefined => {
  const fallback = ctx.account.tables.customers.get(customer)?.invoice_settings.default_payment_method;
  const id = subscription?.default_payment_method ?? fallback;
  return id ? ctx.account.tables.payment_methods.get(id) : undefined;
};

/**
 * Charges a method for an intent, or leaves it waiting for the customer. The decline, if any, is in the answer; nothing is
 * thrown.
 */
export const chargeIntent = (
  ctx: Ctx,
  intent: PaymentIntent,
  method: PaymentMethod,
  state: "first" | "completed" = "first",
): { intent: PaymentIntent; decline: Decline | undefined } => {
  if (state === "first" && hasToWait(ctx, method))
    return { intent: waitFor(ctx, intent, method), decline: undefined };
  const secret = ctx.account.tables.secrets.get(method.id);
  const decline = secret?.kind === "card" ? declineOf(secret.number) : undefined;
  passChallenge(ctx, method, false);
  const charge = put(ctx.account, "charges", buildCharge(ctx, intent, method, decline));
  const charged = change(ctx.account, "payment_intents", intent.id, {
    amount_received: decline ? 0 : intent.amount,
    next_action: null,
    last_payment_error: decline ? paymentError(decline, charge, method) : null,
    latest_charge: charge.id,
    payment_method: decline ? null : method.id,
    status: decline ? "requires_payment_method" : "succeeded",
  });
  emit(ctx, decline ? "charge.failed" : "charge.succeeded", charge);
  emit(ctx, decline ? "payment_intent.payment_failed" : "payment_intent.succeeded", charged);
  return { intent: charged, decline };
};

const paymentError = (decline: Decline, charge: Charge, method: PaymentMethod) => ({
  type: "card_error" as const,
  ...decline,
  charge: charge.id,
  doc_url: `https://stripe.com/docs/error-codes/${decline.code.replaceAll("_", "-")}`,
  payment_method: method as never,
});

/** Tries to pay an open invoice. */
export const payInvoice = (
  ctx: Ctx,
  invoice: Invoice,
  method: PaymentMethod | undefined,
  { automatic = false, completed = false }: Trying = {},
): Attempt => {
  const payment = paymentOf(ctx, invoice);
  const waiting = payment?.payment.payment_intent;
  const intent = waiting ? find(ctx.account, "payment_intents", waiting) : undefined;
  if (!intent || !payment)
    return { invoice: settle(ctx, invoice, invoice.amount_due), decline: undefined, intent };
  const result = method
    ? chargeIntent(ctx, intent, method, completed ? "completed" : "first")
    : { intent, decline: NO_METHOD };
  if (result.decline) return { ...result, invoice: recordFailure(ctx, invoice, automatic) };
  if (result.intent.status === "requires_action")
    return { ...result, invoice: askForAction(ctx, invoice, { intent: result.intent, automatic }) };
  const settled = change(ctx.account, "invoice_payments", payment.id, {
    amount_paid: invoice.amount_due,
    status: "paid",
    status_transitions: { canceled_at: null, paid_at: ctx.now },
  });
  emit(ctx, "invoice_payment.paid", settled);
  const attempted = change(ctx.account, "invoices", invoice.id, { attempt_count: invoice.attempt_count + 1 });
  activate(ctx, invoice);
  return { invoice: settle(ctx, attempted, invoice.amount_due), decline: undefined, intent: result.intent };
};

/** The customer has to do something first. For a card that is charged without them it counts as a failed try (off session). */
const askForAction = (
  ctx: Ctx,
  invoice: Invoice,
  { intent, automatic }: { intent: PaymentIntent; automatic: boolean },
): Invoice => {
  emit(ctx, "invoice.payment_action_required", invoice);
  if (intent.next_action?.type === "use_stripe_sdk" && automatic) return recordFailure(ctx, invoice, true);
  return change(ctx.account, "invoices", invoice.id, { attempted: true, next_payment_attempt: null });
};

/** A voucher ran out: as a failed automatic try, so that Stripe's retries go on. */
export const failWaitingInvoice = (ctx: Ctx, invoice: Invoice): Invoice => recordFailure(ctx, invoice, true);

const NO_METHOD: Decline = { code: "missing", message: "This customer has no payment method." };

/** A paid invoice wakes its subscription. */
const activate = (ctx: Ctx, invoice: Invoice): void => {
  const subscription = ctx.account.tables.subscriptions.get(subscriptionOf(invoice) ?? "");
  if (
    subscription?.status === "incomplete" ||
    subscription?.status === "past_due" ||
    subscription?.status === "unpaid"
  )
    setStatus(ctx, subscription, "active");
};

/** Moves a subscription to another state and tells it. */
const setStatus = (ctx: Ctx, subscription: Subscription, status: Subscription["status"]): Subscription => {
  const moved = change(ctx.account, "subscriptions", subscription.id, { status });
  emit(ctx, "customer.subscription.updated", moved, { status: subscription.status });
  return moved;
};

const recordFailure = (ctx: Ctx, invoice: Invoice, automatic: boolean): Invoice => {
  const first = invoice.attempt_count === 0;
  const counts = automatic || first;
  const attempts = counts ? invoice.attempt_count + 1 : invoice.attempt_count;
  const wait = RETRY_AFTER_DAYS[attempts - 1];
  const renews =
    invoice.billing_reason !== "subscription_create" && invoice.collection_method === "charge_automatically";
  const planned = renews && wait !== undefined ? ctx.now + wait * DAY : null;
  const failed = change(ctx.account, "invoices", invoice.id, {
    attempt_count: attempts,
    attempted: true,
    next_payment_attempt: counts ? planned : invoice.next_payment_attempt,
  });
  emit(ctx, "invoice.payment_failed", failed);
  emit(ctx, "invoice.updated", failed, {
    attempt_count: invoice.attempt_count,
    next_payment_attempt: invoice.next_payment_attempt,
  });
  const subscription = ctx.account.tables.subscriptions.get(subscriptionOf(invoice) ?? "");
  if (renews && subscription?.status === "active") setStatus(ctx, subscription, "past_due");
  if (renews && subscription?.status === "past_due" && failed.next_payment_attempt === null)
    cancelSubscription(ctx, subscription, { reason: "payment_failed" });
  return failed;
};

/** The 402 that a declined card answers. */
export const cardRefusal = (decline: Decline, intent?: PaymentIntent): StripeRefusal => {
  const body: ErrorBody = { type: "card_error", ...decline };
  return new StripeRefusal(
    402,
    intent ? { ...body, payment_intent: intent, charge: intent.latest_charge ?? "" } : body,
  );
};
