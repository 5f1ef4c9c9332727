import { CATALOGUE, isPlan, PAID_PLANS, type Plan } from "@/lib/plans/catalogue";
import { daysAfter } from "@/lib/shared/days";

const PRODUCT_PREFIX = "aldeia_";

/** Statuses in which a subscription gives its plan; `past_due` keeps it through the retry window (B6, X34). */
export const LIVE_STATUSES: readonly string[] = ["active", "trialing", "past_due"];
const ENDED_STATUSES: readonly string[] = ["canceled", "unpaid", "paused"];

/** How long a payment may be overdue before the tenant becomes read-only (B6). */
export const RETRY_WINDOW_DAYS = 14;
/** The trial that every tenant may have once, without a card. */
export const TRIAL_DAYS = 14;

/** Stripe's product of a plan: the id says the plan, so that an invoice line tells it without another question. */
export function productIdOf(plan: Plan): string {
  return `${PRODUCT_PREFIX}${plan}`;
}

/** The plan of a Stripe product, or null for a product that is not ours. */
export function planOfProduct(productId: string): Plan | null {
  const plan = productId.startsWith(PRODUCT_PREFIX) ? productId.slice(PRODUCT_PREFIX.length) : "";
  return isPlan(plan) ? plan : null;
}

/** The name by which a price is found again: `aldeia_growth_brl_month`. */
export function lookupKeyOf(plan: Plan, currency: string, interval: string): string {
  return `${PRODUCT_PREFIX}${plan}_${currency.toLowerCase()}_${interval}`;
}

export type KnownSubscription = { plan: string; status: string; createdAt: Date };

/**
 * The plan a tenant is entitled to: that of the newest live subscription; `free` once one has ended and none is live;
 * null (leave it as it is) while none ever began: such a plan was given, not bought.
 */
export function entitledPlan(subscriptions: readonly KnownSubscription[]): Plan | null {
  const live = subscriptions
    .filter((one) => LIVE_STATUSES.includes(one.status))
    .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0];
  if (live) return isPlan(live.plan) ? live.plan : null;
  return subscriptions.some((one) => ENDED_STATUSES.includes(one.status)) ? "free" : null;
}

/** From when a tenant is read-only: the first payment that is still overdue, and the window that Stripe tries it in. Null: never. */
export function readOnlyFrom(subscriptions: readonly { pastDueSince: Date | null }[]): Date | null {
  const since = subscriptions.flatMap(({ pastDueSince }) => pastDueSince ?? []);
  if (since.length === 0) return null;
  return daysAfter(new Date(Math.min(...since.map(Number))), RETRY_WINDOW_DAYS);
}

/** Whether going from one plan to another gives more: it then happens at once and costs the difference (B6). */
export function isUpgrade(
  from: { plan: string; interval: string },
  to: { plan: string; interval: string },
): boolean {
  const rank = (plan: string) => (PAID_PLANS as readonly string[]).indexOf(plan);
  if (rank(from.plan) !== rank(to.plan)) return rank(to.plan) > rank(from.plan);
  return from.interval === "month" && to.interval === "year";
}

export type InvoicedLine = { productId: string | null; amountMinor: number };

/** The name of the plan an invoice is for (X32): that of its dearest line, as a plan change has two. */
export function invoicedPlanName(lines: readonly InvoicedLine[]): string {
  const dearest = lines.toSorted((a, b) => b.amountMinor - a.amountMinor);
  for (const { productId } of dearest) {
    const plan = productId && planOfProduct(productId);
    if (plan) return CATALOGUE[plan].name;
  }
  return "Aldeia";
}
