import { type Ctx, change, find } from "../store/account";
import { emit } from "../store/events";
import type { Invoice, Subscription } from "../store/wire-types";
import { wholeList } from "../wire/lists";
import { cancelSubscription } from "./cancel";
import { takePending } from "./change";
import { createInvoice, finalizeInvoice, subscriptionOf } from "./invoices";
import { itemAmount, itemLine } from "./lines";
import { methodFor, payInvoice } from "./pay";
import { periodEndAfter } from "./period";
import { itemsOfNextPhase, releaseWhenOver } from "./schedule";
import { intervalOf, productName } from "./subscribe";

/** Cycle invoices stay drafts for about an hour, so that the account may still change them. */
const DRAFT_SECONDS = 3600;

/** Rolls the period of a subscription and drafts the invoice of the new one; access goes on before the money arrives. */
export const renewSubscription = (ctx: Ctx, subscription: Subscription): void => {
  const trialEnds = subscription.status === "trialing";
  if (trialEnds && !methodFor(ctx, subscription.customer, subscription) && endTrial(ctx, subscription))
    return;
  const periodEnd = subscription.items.data[0]?.current_period_end ?? ctx.now;
  const next = itemsOfNextPhase(ctx, subscription, periodEnd);
  const recurring = intervalOf(next);
  const items = next.map((item) => ({
    ...item,
    current_period_start: item.current_period_end,
    current_period_end: periodEndAfter(subscription.billing_cycle_anchor, recurring, item.current_period_end),
  }));
  const rolled = change(ctx.account, "subscriptions", subscription.id, {
    items: wholeList(items, subscription.items.url),
    status: trialEnds ? "active" : subscription.status,
  });
  emit(ctx, "customer.subscription.updated", rolled, {
    items: subscription.items,
    ...(trialEnds && { status: "trialing" }),
  });
  const before = subscription.items.data[0];
  const invoice = createInvoice(ctx, {
    customer: rolled.customer,
    lines: [
      ...takePending(ctx, rolled.id),
      ...items.map((item) => itemLine(item, productName(ctx, item.price), itemAmount(item))),
    ],
    reason: "subscription_cycle",
    subscription: rolled,
    period: { start: before?.current_period_start ?? ctx.now, end: before?.current_period_end ?? ctx.now },
  });
  change(ctx.account, "invoices", invoice.id, { automatically_finalizes_at: ctx.now + DRAFT_SECONDS });
  releaseWhenOver(ctx, rolled, periodEnd);
};

/** Ends or pauses a trial that nobody can be charged for, as it was asked at the start; false: an invoice is due all the same. */
const endTrial = (ctx: Ctx, subscription: Subscription): boolean => {
  const behavior = subscription.trial_settings?.end_behavior.missing_payment_method;
  if (behavior === "cancel") cancelSubscription(ctx, subscription, null);
  if (behavior === "pause") {
    const paused = change(ctx.account, "subscriptions", subscription.id, { status: "paused" });
    emit(ctx, "customer.subscription.paused", paused, { status: "trialing" });
  }
  return behavior === "cancel" || behavior === "pause";
};

/** Issues a draft whose hour is over and charges it; an unpaid subscription's invoices are issued but not tried. */
export const advanceInvoice = (ctx: Ctx, invoice: Invoice): Invoice => {
  const issued = invoice.status === "draft" ? finalizeInvoice(ctx, invoice) : invoice;
  const subscription = ctx.account.tables.subscriptions.get(subscriptionOf(issued) ?? "");
  if (
    issued.status !== "open" ||
    issued.collection_method !== "charge_automatically" ||
    subscription?.status === "unpaid"
  )
    return issued;
  const method = methodFor(ctx, issued.customer ?? "", subscription);
  payInvoice(ctx, issued, method, { automatic: true });
  return find(ctx.account, "invoices", issued.id);
};
