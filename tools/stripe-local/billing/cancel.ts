import { type Ctx, change, newest } from "../store/account";
import { emit } from "../store/events";
import type { Subscription } from "../store/wire-types";
import { closeInvoice, subscriptionOf } from "./invoices";

type Details = Partial<Subscription["cancellation_details"]> | null;

const reasonsOf = (subscription: Subscription, details: Details): Subscription["cancellation_details"] => ({
  comment: null,
  feedback: null,
  feedback_option: null,
  ...subscription.cancellation_details,
  ...details,
  reason: details?.reason ?? subscription.cancellation_details?.reason ?? "cancellation_requested",
});

/** Ends a subscription now. Its drafts no longer advance; an unpaid first invoice is voided. */
export const cancelSubscription = (ctx: Ctx, subscription: Subscription, details: Details): Subscription => {
  const expires = subscription.status === "incomplete";
  const ended = change(ctx.account, "subscriptions", subscription.id, {
    canceled_at: subscription.canceled_at ?? ctx.now,
    cancellation_details: reasonsOf(subscription, details),
    ended_at: ctx.now,
    status: expires ? "incomplete_expired" : "canceled",
  });
  emit(ctx, expires ? "customer.subscription.updated" : "customer.subscription.deleted", ended);
  stopInvoices(ctx, subscription.id, expires);
  return ended;
};

const stopInvoices = (ctx: Ctx, subscription: string, expires: boolean): void => {
  const unpaid = newest(
    ctx.account,
    "invoices",
    (one) => subscriptionOf(one) === subscription && (one.status === "draft" || one.status === "open"),
  );
  for (const invoice of unpaid)
    if (expires && invoice.status === "open") closeInvoice(ctx, invoice, "void");
    else change(ctx.account, "invoices", invoice.id, { auto_advance: false, next_payment_attempt: null });
};
