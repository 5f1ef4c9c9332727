import "server-only";
import type Stripe from "stripe";
import type { InvoiceFields, SubscriptionFields } from "./billing-sql";
import { invoicedPlanName, planOfProduct } from "./rules";

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
    currency: invoice.currency.toUpperCase(),
    status: invoice.status,
    finalizedAt: atSecondOrNull(invoice.status_transitions.finalized_at),
    createdAt: atSecond(invoice.created),
  };
}

/** What is kept of a subscription; null for one that is not of our catalogue. */
export function subscriptionFields(subscription: Stripe.Subscription): SubscriptionFields | null {
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
  };
}
