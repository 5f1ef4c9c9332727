/** A stored event of Stripe, as far as its handling goes: of its payload only the ids that its object names, and a count. */
export type ToldEvent = {
  id: string;
  type: string;
  objectId: string;
  invoice: string | null;
  subscription: string | null;
  attempt: number | null;
};

/** An object that has to be looked at, at Stripe. */
export type Look = { kind: "session" | "subscription" | "invoice" | "charge"; id: string };

/** What finance is told because of an event; the rest is said by the objects themselves. */
export type Notice =
  | { kind: "payment"; stripeInvoiceId: string; attempt: number }
  | { kind: "trial"; stripeSubscriptionId: string };

/** The objects that may be other than we know since an event; none for those of unknown types (B4). */
export function looksFor({ type, objectId, invoice, subscription }: ToldEvent): Look[] {
  const look = (kind: Look["kind"], id: string | null): Look[] => (id ? [{ kind, id }] : []);
  if (type.startsWith("checkout.session.")) return look("session", objectId);
  if (type.startsWith("customer.subscription.")) return look("subscription", objectId);
  if (type === "charge.refunded") return look("charge", objectId);
  // `invoice.upcoming` tells of an invoice that does not exist yet: it has no id.
  if (type.startsWith("invoice.")) return look("invoice", objectId);
  // Payments of invoices and credit notes name their invoice, schedules and discounts their subscription.
  return [...look("invoice", invoice), ...look("subscription", subscription)];
}

/** The notice that an event asks for. */
export function noticeFor({ type, objectId, attempt }: ToldEvent): Notice | null {
  if (type === "customer.subscription.trial_will_end")
    return { kind: "trial", stripeSubscriptionId: objectId };
  if (type !== "invoice.payment_failed") return null;
  return { kind: "payment", stripeInvoiceId: objectId, attempt: attempt ?? 0 };
}

/** The events that an endpoint at Stripe has to be sent; more do no harm. Named in `docs/runbooks/billing.md`. */
export const NEEDED_EVENTS = [
  "charge.refunded",
  "checkout.session.async_payment_failed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.completed",
  "credit_note.created",
  "credit_note.voided",
  "customer.discount.created",
  "customer.discount.deleted",
  "customer.subscription.created",
  "customer.subscription.deleted",
  "customer.subscription.paused",
  "customer.subscription.resumed",
  "customer.subscription.trial_will_end",
  "customer.subscription.updated",
  "invoice.created",
  "invoice.deleted",
  "invoice.finalized",
  "invoice.marked_uncollectible",
  "invoice.paid",
  "invoice.payment_failed",
  "invoice.updated",
  "invoice.voided",
  "invoice_payment.paid",
  "subscription_schedule.canceled",
  "subscription_schedule.released",
  "subscription_schedule.updated",
] as const;
