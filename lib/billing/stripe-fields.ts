import "server-only";
import type Stripe from "stripe";
import type { InvoiceFields, SubscriptionFields } from "./billing-sql";
import { invoicedPlanName, planOfProduct } from "./rules";
import type { HeldDiscount } from "./types";

/** What Stripe has to send along with a subscription for `subscriptionFields`. */
export const SUBSCRIPTION_PARTS = ["latest_invoice", "schedule", "discounts.source.coupon"];

const atSecond = (seconds: number): Date => new Date(seconds * 1_000);
const atSecondOrNull = (seconds: number | null | undefined): Date | null =>
  seconds === null || seconds === undefined ? null : atSecond(seconds);

/** The id of something that Stripe gives as an id or, when expanded, whole. */
export function idOf(reference: string | { id: string } | null | undefined): string | null {
  return typeof reference === "string" ? reference : (reference?.id ?? null);
}

/** What is kept of an invoice; null before Stripe has given it an id (previews) or a status. */
export function invoiceFields(invoice: Stripe.Invoice): InvoiceFields | null {
  if (!invoice.id || !invoice.status) return null;
  const lines = invoice.lines.data.map((line) => ({
    productId: idOf(line.pricing?.price_details?.product) ?? null,
    amountMinor: line.amount,
  }));
  return {
    stripeInvoiceId: invoice.id,
    number: invoice.number,
    plan: invoicedPlanName(lines),
    amountMinor: invoice.total,
    amountPaidMinor: invoice.amount_paid,
    discountMinor: (invoice.total_discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0),
    creditedMinor: invoice.pre_payment_credit_notes_amount + invoice.post_payment_credit_notes_amount,
    dueMinor: invoice.status === "open" ? invoice.amount_remaining : 0,
    currency: invoice.currency.toUpperCase(),
    status: invoice.status,
    finalizedAt: atSecondOrNull(invoice.status_transitions.finalized_at),
    createdAt: atSecond(invoice.created),
  };
}

/** What is kept of a subscription; null for one that is not of our catalogue. */
export function subscriptionFields(
  subscription: Stripe.Subscription,
  askedAt: Date,
): SubscriptionFields | null {
  const [item] = subscription.items.data;
  const plan = planOfProduct(idOf(item?.price.product) ?? "");
  const interval = item?.price.recurring?.interval;
  if (!item || !plan || (interval !== "month" && interval !== "year")) return null;
  // The portal cancels by a date, the API by a flag: either is a planned end.
  const periodEnd = atSecond(item.current_period_end);
  return {
    stripeSubscriptionId: subscription.id,
    plan,
    interval,
    status: subscription.status,
    amountMinor: (item.price.unit_amount ?? 0) * (item.quantity ?? 1),
    currency: subscription.currency.toUpperCase(),
    currentPeriodEnd: periodEnd,
    cancelAt:
      atSecondOrNull(subscription.cancel_at) ?? (subscription.cancel_at_period_end ? periodEnd : null),
    createdAt: atSecond(subscription.created),
    trialEnd: subscription.status === "trialing" ? atSecondOrNull(subscription.trial_end) : null,
    pastDueSince: overdueSince(subscription, askedAt),
    discount: discountOf(subscription),
    ...pendingFields(subscription),
  };
}

const OVERDUE: readonly string[] = ["past_due", "unpaid"];

/** When the payment that is overdue was asked for; needs `latest_invoice` expanded. */
function overdueSince({ status, latest_invoice }: Stripe.Subscription, askedAt: Date): Date | null {
  if (!OVERDUE.includes(status)) return null;
  const invoice = typeof latest_invoice === "object" ? latest_invoice : null;
  return atSecondOrNull(invoice?.status_transitions.finalized_at) ?? askedAt;
}

/** The plan that our own schedule has in store; needs `schedule` expanded. */
function pendingFields({ schedule }: Stripe.Subscription) {
  const known = typeof schedule === "object" ? schedule : null;
  const next = known?.phases.find((phase) => phase.start_date >= (known.current_phase?.end_date ?? Infinity));
  const { plan = null, interval = null } = next ? (known?.metadata ?? {}) : {};
  return {
    scheduleId: idOf(schedule),
    pendingPlan: plan,
    pendingInterval: interval,
    pendingAt: plan ? atSecondOrNull(next?.start_date) : null,
  };
}

/** The first coupon of a subscription; needs `discounts.source.coupon` expanded. */
function discountOf({ discounts }: Stripe.Subscription): HeldDiscount | null {
  const [first] = discounts;
  const coupon =
    typeof first === "object" && typeof first.source.coupon === "object" ? first.source.coupon : null;
  if (typeof first !== "object" || !coupon) return null;
  return {
    percentOff: coupon.percent_off,
    amountOffMinor: coupon.amount_off,
    endsAt: atSecondOrNull(first.end)?.toISOString() ?? null,
  };
}
