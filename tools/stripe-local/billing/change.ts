import { type Ctx, change, find, put, remove } from "../store/account";
import { emit } from "../store/events";
import type { PendingItem } from "../store/tables";
import type { Subscription, SubscriptionItem } from "../store/wire-types";
import { newId } from "../wire/ids";
import { wholeList } from "../wire/lists";
import { itemAmount, itemLine, type LineDraft, lineDescription, pendingLine } from "./lines";
import { type Interval, periodEndAfter } from "./period";
import { intervalOf, productName } from "./subscribe";

export type PlanChange = {
  items: SubscriptionItem[];
  anchor: number;
  /** The halves of the change that go to an invoice: what was not used, what remains. */
  prorations: PendingItem[];
  /** Whole periods that are due at once because the interval changed or a trial ended. */
  dueNow: LineDraft[];
};

type Asked = { items: SubscriptionItem[]; prorate: boolean; date: number; restart: boolean };

/** Works out a plan change without doing it; the preview and the change itself both use it, so they agree. */
export const planChange = (ctx: Ctx, subscription: Subscription, asked: Asked): PlanChange => {
  const recurring = intervalOf(asked.items);
  const before = intervalOf(subscription.items.data);
  const restart =
    asked.restart ||
    recurring.interval !== before.interval ||
    recurring.interval_count !== before.interval_count;
  const trialing = subscription.status === "trialing" && !asked.restart;
  const prorate = asked.prorate && subscription.status !== "trialing";
  const items =
    restart && !trialing ? asked.items.map((item) => restarted(item, recurring, asked.date)) : asked.items;
  const prorations = prorate ? prorationsOf(ctx, subscription, { ...asked, items, restart }) : [];
  const dueNow =
    restart && !trialing
      ? items.map((item) => itemLine(item, productName(ctx, item.price), itemAmount(item)))
      : [];
  return {
    items,
    anchor: restart && !trialing ? asked.date : subscription.billing_cycle_anchor,
    prorations,
    dueNow,
  };
};

const restarted = (item: SubscriptionItem, recurring: Interval, now: number): SubscriptionItem => ({
  ...item,
  current_period_start: now,
  current_period_end: periodEndAfter(now, recurring, now),
});

const prorationsOf = (ctx: Ctx, subscription: Subscription, asked: Asked): PendingItem[] => {
  const same = (one: SubscriptionItem, other: SubscriptionItem | undefined): boolean =>
    other !== undefined &&
    one.price.id === other.price.id &&
    one.quantity === other.quantity &&
    !asked.restart;
  const after = new Map(asked.items.map((item) => [item.id, item]));
  const old = new Map(subscription.items.data.map((item) => [item.id, item]));
  const credits = subscription.items.data
    .filter((item) => !same(item, after.get(item.id)))
    .map((item) => proration(ctx, subscription, { item, sign: -1, date: asked.date }));
  const charges = asked.items
    .filter((item) => !same(item, old.get(item.id)) && !asked.restart)
    .map((item) => proration(ctx, subscription, { item, sign: 1, date: asked.date }));
  return [...credits, ...charges];
};

const proration = (
  ctx: Ctx,
  subscription: Subscription,
  part: { item: SubscriptionItem; sign: 1 | -1; date: number },
): PendingItem => {
  const { item, sign, date } = part;
  const share =
    Math.max(0, item.current_period_end - date) / (item.current_period_end - item.current_period_start);
  const name = productName(ctx, item.price);
  const day = new Date(date * 1000).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const label =
    (item.quantity ?? 1) === 1 && sign < 0
      ? name
      : lineDescription(name, item.price, item.quantity ?? 1).replace(/ \(at.*/, "");
  return {
    id: newId("ii"),
    customer: subscription.customer,
    subscription: subscription.id,
    item: item.id,
    price: item.price.id,
    product: item.price.product,
    description: `${sign < 0 ? "Unused" : "Remaining"} time on ${label} after ${day}`,
    amount: sign * Math.round(itemAmount(item) * share),
    currency: subscription.currency,
    quantity: item.quantity ?? 1,
    period: { start: date, end: item.current_period_end },
  };
};

/** Puts a worked-out change into force; its prorations wait for the next invoice. */
export const applyChange = (ctx: Ctx, subscription: Subscription, planned: PlanChange): Subscription => {
  for (const item of planned.prorations) put(ctx.account, "pending_items", item);
  const changed = change(ctx.account, "subscriptions", subscription.id, {
    billing_cycle_anchor: planned.anchor,
    items: wholeList(planned.items, subscription.items.url),
    ...(subscription.cancel_at_period_end && { cancel_at: planned.items[0]?.current_period_end ?? null }),
  });
  emit(ctx, "customer.subscription.updated", changed, { items: subscription.items });
  return changed;
};

/** Takes the prorations that wait for an invoice of the subscription. */
export const takePending = (ctx: Ctx, subscription: string): LineDraft[] => {
  const waiting = [...ctx.account.tables.pending_items.values()].filter(
    (one) => one.subscription === subscription,
  );
  for (const one of waiting) remove(ctx.account, "pending_items", one.id);
  return waiting.map((one) => pendingLine(one, find(ctx.account, "prices", one.price)));
};
