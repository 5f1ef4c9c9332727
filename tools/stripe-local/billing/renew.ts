import { type Ctx, change, find } from "../store/account";
import { emit } from "../store/events";
import type { Invoice, Subscription } from "../store/wire-types";
import { wholeList } from "../wire/lists";
import { takePending } from "./change";
import { createInvoice, finalizeInvoice, subscriptionOf } from "./invoices";
import { itemAmount, itemLine } from "./lines";
import { methodFor, payInvoice } from "./pay";
import { periodEndAfter } from "./period";
import { intervalOf, productName } from "./subscribe";

/** Cycle invoices stay drafts for about an hour, so that the account may still change them. */
const DRAFT_SECONDS = 3600;

/** Rolls the period of a subscription and drafts the invoice of the new one; access goes on before the money arrives. */
export const renewSubscription = (ctx: Ctx, subscription: Subscription): void => {
  const trialEnds = subscription.status === "trialing";
  const recurring = intervalOf(subscription.items.data);
  const items = subscription.items.data.map((item) => ({
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
  payInvoice(ctx, issued, method, true);
  return find(ctx.account, "invoices", issued.id);
};
