import { type Ctx, change, find, put } from "../store/account";
import { emit } from "../store/events";
import type { DiscountParam } from "../store/tables";
import type { Invoice, Price, Subscription } from "../store/wire-types";
import { invalid } from "../wire/errors";
import type { Decline } from "./cards";
import { redeem } from "./discounts";
import { createInvoice, finalizeInvoice } from "./invoices";
import { itemAmount, itemLine, type LineDraft } from "./lines";
import { methodFor, payInvoice } from "./pay";
import { type Interval, periodEndAfter } from "./period";
import { buildSubscription, type NewItem, type NewSubscription } from "./subscription-object";

export type Request = Omit<NewSubscription, "anchor" | "periodEnd" | "status"> & {
  anchor: number | null;
  /** `incomplete` leaves the first invoice unpaid for the customer to confirm. */
  payment: "charge" | "leave_incomplete";
  discounts?: DiscountParam[];
};

export type Started = { subscription: Subscription; invoice: Invoice; decline: Decline | undefined };

/** The interval that all items of a subscription share. */
export const intervalOf = (items: { price: Price }[]): Interval => {
  const recurring = items[0]?.price.recurring;
  if (!recurring)
    throw invalid(
      "The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.",
      undefined,
      "items[0][price]",
    );
  const { interval, interval_count } = recurring;
  const differs = items.some(
    ({ price }) =>
      price.recurring?.interval !== interval || price.recurring.interval_count !== interval_count,
  );
  if (differs)
    throw invalid(
      "The local stand-in bills all items of a subscription at one interval.",
      undefined,
      "items",
    );
  if (items.some(({ price }) => price.currency !== items[0]?.price.currency))
    throw invalid("All prices on a subscription must have the same `currency`.", undefined, "items");
  return recurring;
};

/** The price of an item, checked: it exists, is active and recurs. */
export const usablePrice = (ctx: Ctx, id: string, param: string): Price => {
  const price = find(ctx.account, "prices", id, param);
  if (!price.active)
    throw invalid(
      `The price specified is inactive. This field only accepts active prices.`,
      undefined,
      param,
    );
  if (!price.recurring)
    throw invalid(
      "The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.",
      undefined,
      param,
    );
  return price;
};

export const productName = (ctx: Ctx, price: Price): string =>
  ctx.account.tables.products.get(price.product)?.name ?? price.product;

/** Starts a subscription, issues its first invoice and tries to pay it. */
export const startSubscription = (ctx: Ctx, request: Request): Started => {
  const recurring = intervalOf(request.items);
  const anchor = request.trialEnd ?? request.anchor ?? ctx.now;
  const free = request.trialEnd !== null || totalOf(request.items) === 0;
  const made = put(
    ctx.account,
    "subscriptions",
    buildSubscription(ctx, {
      ...request,
      anchor,
      periodEnd: periodEndAfter(anchor, recurring, ctx.now),
      status: firstStatus(request, free),
    }),
  );
  const discounted = change(ctx.account, "subscriptions", made.id, {
    discounts: redeem(ctx, request.discounts ?? [], made),
  });
  const invoice = createInvoice(ctx, {
    customer: made.customer,
    lines: firstLines(ctx, made, recurring),
    reason: "subscription_create",
    subscription: discounted,
    period: { start: ctx.now, end: ctx.now },
  });
  emit(ctx, "customer.subscription.created", find(ctx.account, "subscriptions", made.id));
  const issued = finalizeInvoice(ctx, invoice);
  if (trialEndsSoon(ctx, made)) warnOfTrialEnd(ctx, made);
  const charges =
    issued.status === "open" && request.payment === "charge" && request.collection === "charge_automatically";
  const attempt = charges
    ? payInvoice(ctx, issued, methodFor(ctx, made.customer, made))
    : { invoice: issued, decline: undefined };
  return { ...attempt, subscription: find(ctx.account, "subscriptions", made.id) };
};

const totalOf = (items: NewItem[]): number => items.reduce((sum, item) => sum + itemAmount(item), 0);

const firstStatus = (request: Request, free: boolean): Subscription["status"] => {
  if (request.trialEnd !== null) return "trialing";
  return free || request.collection === "send_invoice" ? "active" : "incomplete";
};

/** A trial is announced three days before its end, or at once when it is shorter. */
export const TRIAL_WARNING_SECONDS = 3 * 86_400;

const trialEndsSoon = (ctx: Ctx, subscription: Subscription): boolean =>
  subscription.trial_end !== null && subscription.trial_end - ctx.now <= TRIAL_WARNING_SECONDS;

export const warnOfTrialEnd = (ctx: Ctx, subscription: Subscription): void => {
  put(ctx.account, "secrets", { id: subscription.id, kind: "warned" });
  emit(ctx, "customer.subscription.trial_will_end", subscription);
};

/** The first invoice: a free trial, a whole period, or the part of one up to a given anchor. */
const firstLines = (ctx: Ctx, subscription: Subscription, recurring: Interval): LineDraft[] =>
  subscription.items.data.map((item) => {
    const name = productName(ctx, item.price);
    if (subscription.trial_end !== null) return itemLine(item, name, 0, `Trial period for ${name}`);
    const whole = periodEndAfter(ctx.now, recurring, ctx.now) - ctx.now;
    const share = Math.min(1, (item.current_period_end - ctx.now) / whole);
    return itemLine(item, name, Math.round(itemAmount(item) * share));
  });
