import type { Money } from "@/lib/shared/money";

export const PLANS = ["free", "starter", "growth", "scale"] as const;
export type Plan = (typeof PLANS)[number];

export const PAID_PLANS = ["starter", "growth", "scale"] as const satisfies readonly Plan[];
export type PaidPlan = (typeof PAID_PLANS)[number];

export const INTERVALS = ["month", "year"] as const;
export type Interval = (typeof INTERVALS)[number];

export const CURRENCIES = ["BRL", "USD"] as const;
export type PlanCurrency = (typeof CURRENCIES)[number];

/** What a plan bounds (B5). Deliveries count by calendar month of the tenant. */
export const METERS = ["members", "communities", "staff", "deliveries"] as const;
export type PlanMeter = (typeof METERS)[number];

/** Null: no bound of the plan; only the limits of the domain hold. */
export type PlanLimits = Record<PlanMeter, number | null>;
export type PlanPrices = Record<PlanCurrency, Record<Interval, number>>;
type PlanEntry = { name: string; limits: PlanLimits; prices: PlanPrices | null };

/** The catalogue (B1): names, limits, and prices in minor units. A year costs ten months. */
export const CATALOGUE: Record<Plan, PlanEntry> = {
  free: {
    name: "Free",
    limits: { members: 1_000, communities: 3, staff: 3, deliveries: 10_000 },
    prices: null,
  },
  starter: {
    name: "Starter",
    limits: { members: 5_000, communities: 10, staff: 8, deliveries: 100_000 },
    prices: { BRL: { month: 4_900, year: 49_000 }, USD: { month: 1_200, year: 12_000 } },
  },
  growth: {
    name: "Growth",
    limits: { members: 50_000, communities: 50, staff: 30, deliveries: 1_000_000 },
    prices: { BRL: { month: 14_900, year: 149_000 }, USD: { month: 3_500, year: 35_000 } },
  },
  scale: {
    name: "Scale",
    limits: { members: null, communities: null, staff: null, deliveries: null },
    prices: { BRL: { month: 39_900, year: 399_000 }, USD: { month: 9_500, year: 95_000 } },
  },
};

export function isPlan(text: string): text is Plan {
  return (PLANS as readonly string[]).includes(text);
}

/** The limits of a plan by its stored name; an unknown name has those of the free plan. */
export function planLimits(plan: string): PlanLimits {
  return CATALOGUE[isPlan(plan) ? plan : "free"].limits;
}

/** What a plan costs; null for the free one. */
export function planPrice(plan: Plan, currency: PlanCurrency, interval: Interval): Money | null {
  const amountMinor = CATALOGUE[plan].prices?.[currency][interval];
  return amountMinor === undefined ? null : { amountMinor, currency };
}

/** The currency a tenant is billed in: BRL where it is the tenant's own, else USD. */
export function billingCurrency(tenantCurrency: string): PlanCurrency {
  return tenantCurrency === "BRL" ? "BRL" : "USD";
}
