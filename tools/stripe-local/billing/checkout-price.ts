import { sameCode } from "../resources/promotion-codes";
import { type Ctx, change, find, newest, put } from "../store/account";
import type { DiscountParam } from "../store/tables";
import type { CheckoutSession } from "../store/wire-types";
import { usableCoupon } from "./discounts";
import { itemAmount } from "./lines";

/** The secret half of a session: what it sells and with which discounts. */
export const soldBy = (ctx: Ctx, session: CheckoutSession) => {
  const secret = ctx.account.tables.secrets.get(session.id);
  if (secret?.kind !== "checkout") throw new Error(`The checkout session ${session.id} has no lines.`);
  return secret;
};

/** What one wants to pay today, and what codes take off; nothing while a trial runs. */
export const priceSession = (ctx: Ctx, session: CheckoutSession): CheckoutSession => {
  const { lines, subscription, discounts } = soldBy(ctx, session);
  const amounts = lines.map((line) =>
    itemAmount({ price: find(ctx.account, "prices", line.price), quantity: line.quantity }),
  );
  const subtotal = subscription.trialEnd === null ? amounts.reduce((sum, one) => sum + one, 0) : 0;
  const off = subscription.trialEnd === null ? amountOff(ctx, amounts, discounts) : 0;
  return change(ctx.account, "checkout_sessions", session.id, {
    amount_subtotal: subtotal,
    amount_total: subtotal - off,
    discounts: discounts.map((one) => ({
      coupon: one.coupon ?? null,
      promotion_code: one.promotion_code ?? null,
    })),
    total_details: { amount_discount: off, amount_shipping: 0, amount_tax: 0 },
  });
};

/** What coupons would take off lines of these amounts, before anything is redeemed. */
const amountOff = (ctx: Ctx, amounts: number[], discounts: DiscountParam[]): number => {
  let left = amounts.reduce((sum, one) => sum + one, 0);
  const whole = left;
  for (const one of discounts) {
    const coupon = usableCoupon(ctx, one, null);
    const off =
      coupon.percent_off === null ? (coupon.amount_off ?? 0) : Math.round((left * coupon.percent_off) / 100);
    left = Math.max(0, left - off);
  }
  return whole - left;
};

/** Takes a code that a customer typed into a session; false for one that does not hold. */
export const applyCode = (ctx: Ctx, session: CheckoutSession, typed: string): boolean => {
  const [code] = newest(ctx.account, "promotion_codes", (one) => one.active && sameCode(one.code, typed));
  if (!code) return false;
  try {
    usableCoupon(ctx, { promotion_code: code.id }, session.customer);
  } catch {
    return false;
  }
  put(ctx.account, "secrets", { ...soldBy(ctx, session), discounts: [{ promotion_code: code.id }] });
  priceSession(ctx, session);
  return true;
};

/** Takes the code out again. */
export const removeCode = (ctx: Ctx, session: CheckoutSession): void => {
  put(ctx.account, "secrets", { ...soldBy(ctx, session), discounts: [] });
  priceSession(ctx, session);
};
