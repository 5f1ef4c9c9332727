import { type Ctx, change, find, newest, put } from "../store/account";
import { emit } from "../store/events";
import type { DiscountParam } from "../store/tables";
import type { Coupon, Discount, Subscription } from "../store/wire-types";
import { invalid } from "../wire/errors";
import { newId } from "../wire/ids";
import type { LineDraft } from "./lines";
import { addIntervals } from "./period";

export type Taken = { discount: string; amount: number };

/** The coupon behind a request, checked as Stripe does: it is valid still, and for this customer. */
export const usableCoupon = (ctx: Ctx, given: DiscountParam, customer: string | null): Coupon => {
  const code = given.promotion_code
    ? find(ctx.account, "promotion_codes", given.promotion_code, "promotion_code")
    : undefined;
  if (code && (!code.active || (code.customer !== null && code.customer !== customer)))
    throw invalid("This promotion code cannot be redeemed.", "promotion_code_invalid", "discounts");
  if (code?.restrictions.first_time_transaction && hasPaid(ctx, customer))
    throw invalid(
      "This promotion code cannot be redeemed because the associated customer has prior transactions.",
      "promotion_code_customer_not_first_time",
      "discounts",
    );
  const coupon = find(ctx.account, "coupons", String(code?.promotion.coupon ?? given.coupon), "coupon");
  if (!coupon.valid) throw invalid(`Coupon expired: ${coupon.id}`, "coupon_expired", "discounts");
  return coupon;
};

const hasPaid = (ctx: Ctx, customer: string | null): boolean =>
  newest(ctx.account, "invoices", (one) => one.customer === customer && one.amount_paid > 0).length > 0;

/** Redeems coupons for a subscription: one discount each, and counters that may use a coupon up. */
export const redeem = (ctx: Ctx, given: DiscountParam[], subscription: Subscription): string[] =>
  given.map((one) => {
    if (one.discount) return find(ctx.account, "discounts", one.discount, "discount").id;
    const coupon = usableCoupon(ctx, one, subscription.customer);
    countRedemption(ctx, coupon, one.promotion_code);
    const discount = put(ctx.account, "discounts", {
      ...emptyDiscount(ctx, coupon),
      customer: subscription.customer,
      promotion_code: one.promotion_code ?? null,
      subscription: subscription.id,
    });
    emit(ctx, "customer.discount.created", discount);
    return discount.id;
  });

const emptyDiscount = (ctx: Ctx, coupon: Coupon): Discount => ({
  id: newId("di"),
  object: "discount",
  checkout_session: null,
  customer: null,
  customer_account: null,
  end: endOf(ctx, coupon),
  invoice: null,
  invoice_item: null,
  promotion_code: null,
  source: { type: "coupon", coupon: coupon.id },
  start: ctx.now,
  subscription: null,
  subscription_item: null,
});

const endOf = (ctx: Ctx, coupon: Coupon): number | null =>
  coupon.duration === "repeating"
    ? addIntervals(ctx.now, { interval: "month", interval_count: 1 }, coupon.duration_in_months ?? 1)
    : null;

const countRedemption = (ctx: Ctx, coupon: Coupon, promotionCode: string | undefined): void => {
  const times = coupon.times_redeemed + 1;
  const usedUp = coupon.max_redemptions !== null && times >= coupon.max_redemptions;
  change(ctx.account, "coupons", coupon.id, { times_redeemed: times, valid: coupon.valid && !usedUp });
  if (!promotionCode) return;
  const code = find(ctx.account, "promotion_codes", promotionCode);
  const uses = code.times_redeemed + 1;
  change(ctx.account, "promotion_codes", code.id, {
    times_redeemed: uses,
    active: code.active && (code.max_redemptions === null || uses < code.max_redemptions),
  });
};

/** The discounts of a subscription that still hold at an instant. */
export const heldDiscounts = (ctx: Ctx, subscription: Subscription): string[] =>
  subscription.discounts.filter((id) => {
    const end = ctx.account.tables.discounts.get(id)?.end ?? null;
    return end === null || end > ctx.now;
  });

/**
 * What discounts take off each line. A percentage is off every line, the halves of a plan change included; an amount is
 * off what is left to pay, line by line.
 */
export const takenOff = (ctx: Ctx, lines: LineDraft[], ids: string[]): Taken[][] => {
  const taken = lines.map((): Taken[] => []);
  for (const id of ids) {
    const coupon = couponOf(ctx, id);
    let left = coupon.amount_off ?? Number.POSITIVE_INFINITY;
    lines.forEach((line, at) => {
      const rest = line.amount - sumOf(taken[at] ?? []);
      const amount =
        coupon.percent_off === null
          ? Math.max(0, Math.min(left, rest))
          : Math.round((rest * coupon.percent_off) / 100);
      left -= amount;
      if (amount !== 0) taken[at]?.push({ discount: id, amount });
    });
  }
  return taken;
};

/** All that discounts take off, by discount. */
export const totalsOf = (taken: Taken[][], ids: string[]): Taken[] =>
  ids.map((discount) => ({
    discount,
    amount: sumOf(taken.flat().filter((one) => one.discount === discount)),
  }));

const sumOf = (taken: Taken[]): number => taken.reduce((sum, one) => sum + one.amount, 0);

export const couponOf = (ctx: Ctx, discount: string): Coupon =>
  find(ctx.account, "coupons", String(find(ctx.account, "discounts", discount).source.coupon));

/** A coupon for one invoice is over when it has taken something off. */
export const endUsed = (ctx: Ctx, subscription: Subscription, taken: Taken[]): void => {
  const over = taken
    .filter((one) => one.amount !== 0 && couponOf(ctx, one.discount).duration === "once")
    .map((one) => one.discount);
  if (over.length === 0) return;
  for (const id of over)
    emit(ctx, "customer.discount.deleted", change(ctx.account, "discounts", id, { end: ctx.now }));
  change(ctx.account, "subscriptions", subscription.id, {
    discounts: subscription.discounts.filter((id) => !over.includes(id)),
  });
};
