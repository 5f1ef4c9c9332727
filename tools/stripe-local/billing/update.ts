import type Stripe from "stripe";
import { type Ctx, change, find } from "../store/account";
import { emit } from "../store/events";
import type { Subscription, SubscriptionItem } from "../store/wire-types";
import { invalid, missing } from "../wire/errors";
import { mergeMetadata } from "../wire/operation";
import { applyChange, planChange, takePending } from "./change";
import { redeem } from "./discounts";
import { createInvoice, finalizeInvoice } from "./invoices";
import type { LineDraft } from "./lines";
import { cardRefusal, methodFor, payInvoice } from "./pay";
import { declineFor } from "./preflight";
import { usablePrice } from "./subscribe";
import { buildItem, changedItem } from "./subscription-object";

type Params = Stripe.SubscriptionUpdateParams;
type GivenItem = { id?: string; price?: string; quantity?: number; deleted?: boolean };

/** The items after a request that names some of them; the others stay. */
export const nextItems = (ctx: Ctx, subscription: Subscription, given: GivenItem[]): SubscriptionItem[] =>
  given.reduce<SubscriptionItem[]>((items, one, at) => {
    const param = `items[${at}]`;
    if (!one.id) return items.concat(addedItem(ctx, subscription, { ...one, param }));
    const old = items.find((item) => item.id === one.id);
    if (!old) throw missing("subscription_item", one.id, `${param}[id]`);
    if (one.deleted) return items.filter((item) => item !== old);
    const price = one.price ? usablePrice(ctx, one.price, `${param}[price]`) : old.price;
    return items.map((item) =>
      item === old ? changedItem(old, price, one.quantity ?? old.quantity ?? 1) : item,
    );
  }, subscription.items.data);

const addedItem = (
  ctx: Ctx,
  subscription: Subscription,
  one: GivenItem & { param: string },
): SubscriptionItem => {
  const param = `${one.param}[price]`;
  if (!one.price) throw invalid(`Missing required param: ${param}.`, "parameter_missing", param);
  const first = subscription.items.data[0];
  const period = { start: first?.current_period_start ?? ctx.now, end: first?.current_period_end ?? ctx.now };
  const item = { price: usablePrice(ctx, one.price, param), quantity: one.quantity ?? 1 };
  return buildItem(subscription.id, item, period, ctx.now);
};

/** Changes a subscription: its plan with prorations, its end, its card, its trial, its metadata. */
export const updateSubscription = (ctx: Ctx, subscription: Subscription, params: Params): Subscription => {
  if (subscription.ended_at !== null)
    throw invalid(
      "A canceled subscription can only update its cancellation_details and metadata.",
      "resource_missing",
    );
  refuseScheduled(subscription, params);
  const restart = params.trial_end === "now" || params.billing_cycle_anchor?.type === "now";
  if (params.items === undefined && !restart) return updateFields(ctx, subscription, params);
  const planned = planChange(ctx, subscription, {
    items: nextItems(ctx, subscription, params.items ?? []),
    prorate: params.proration_behavior !== "none",
    date: params.proration_date ?? ctx.now,
    restart,
  });
  const invoiceNow = params.proration_behavior === "always_invoice" || planned.dueNow.length > 0;
  if (invoiceNow && params.payment_behavior === "error_if_incomplete") refuseDeclined(ctx, subscription);
  applyChange(ctx, subscription, planned);
  if (params.trial_end === "now")
    change(ctx.account, "subscriptions", subscription.id, { status: "active", trial_end: ctx.now });
  const changed = updateFields(ctx, find(ctx.account, "subscriptions", subscription.id), params);
  if (invoiceNow) invoiceChange(ctx, changed, [...takePending(ctx, subscription.id), ...planned.dueNow]);
  return find(ctx.account, "subscriptions", subscription.id);
};

/** What a schedule governs is changed through the schedule. */
const refuseScheduled = (subscription: Subscription, params: Params): void => {
  if (!subscription.schedule) return;
  if (params.cancel_at_period_end !== undefined || params.cancel_at !== undefined)
    throw invalid(
      `The subscription is managed by the subscription schedule \`${subscription.schedule}\`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.`,
    );
};

/** Bills a change at once. */
const invoiceChange = (ctx: Ctx, subscription: Subscription, lines: LineDraft[]): void => {
  if (lines.length === 0) return;
  const { customer } = subscription;
  const period = { start: ctx.now, end: ctx.now };
  const invoice = createInvoice(ctx, {
    customer,
    lines,
    reason: "subscription_update",
    subscription,
    period,
  });
  const issued = finalizeInvoice(ctx, invoice);
  if (issued.status === "open" && subscription.collection_method === "charge_automatically")
    payInvoice(ctx, issued, methodFor(ctx, customer, subscription));
};

const refuseDeclined = (ctx: Ctx, subscription: Subscription): void => {
  const method = methodFor(ctx, subscription.customer, subscription);
  const decline = method ? declineFor(ctx, method.id) : undefined;
  if (decline) throw cardRefusal(decline);
};

/** The end of a subscription as the request leaves it. */
const endFields = (ctx: Ctx, old: Subscription, params: Params): Partial<Subscription> => {
  if (params.cancel_at_period_end === undefined && params.cancel_at === undefined) return {};
  const atPeriodEnd = params.cancel_at_period_end ?? false;
  const at = typeof params.cancel_at === "number" ? params.cancel_at : null;
  const end = atPeriodEnd ? (old.items.data[0]?.current_period_end ?? null) : at;
  return {
    cancel_at: end,
    cancel_at_period_end: atPeriodEnd,
    canceled_at: end === null ? null : ctx.now,
    cancellation_details: {
      comment: params.cancellation_details?.comment || null,
      feedback: params.cancellation_details?.feedback || null,
      feedback_option: null,
      reason: end === null ? null : "cancellation_requested",
    },
  };
};

const updateFields = (ctx: Ctx, old: Subscription, params: Params): Subscription => {
  const fields: Partial<Subscription> = {
    ...endFields(ctx, old, params),
    ...paymentFields(ctx, params),
    ...(params.metadata !== undefined && { metadata: mergeMetadata(old.metadata, params.metadata) }),
    ...(params.description !== undefined && { description: params.description || null }),
    ...(typeof params.trial_end === "number" && { trial_end: params.trial_end }),
    ...(params.discounts !== undefined && { discounts: redeem(ctx, params.discounts || [], old) }),
  };
  if (Object.keys(fields).length === 0) return old;
  const previous = Object.fromEntries(Object.keys(fields).map((key) => [key, Reflect.get(old, key)]));
  const changed = change(ctx.account, "subscriptions", old.id, fields);
  emit(ctx, "customer.subscription.updated", changed, previous);
  return changed;
};

/** How the subscription is paid as the request leaves it. */
const paymentFields = (ctx: Ctx, params: Params): Partial<Subscription> => {
  const method = params.default_payment_method;
  if (method) find(ctx.account, "payment_methods", method, "default_payment_method");
  return {
    ...(method !== undefined && { default_payment_method: method || null }),
    ...(params.collection_method !== undefined && { collection_method: params.collection_method }),
    ...(params.days_until_due !== undefined && { days_until_due: params.days_until_due }),
  };
};
