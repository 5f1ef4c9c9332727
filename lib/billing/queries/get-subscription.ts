import "server-only";
import { billingCurrency } from "@/lib/plans/catalogue";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canViewBilling } from "../policy";
import { readOnlyFrom } from "../rules";
import type { HeldDiscount, SubscriptionView } from "../types";
import { findLiveSubscription } from "./find-live-subscription";

type Live = NonNullable<Awaited<ReturnType<typeof findLiveSubscription>>>;

/** What the tenant is on, until when, and what comes next. @throws Refusal `not_allowed` (B7) */
export async function getSubscription(ctx: TenantContext): Promise<SubscriptionView> {
  authorize(canViewBilling(ctx.actor));
  const [tenant, live, known] = await Promise.all([
    ctx.db.tenant.findFirstOrThrow({ select: { plan: true, currency: true, deletionDueAt: true } }),
    findLiveSubscription(ctx),
    ctx.db.subscription.findFirst({ select: { stripeSubscriptionId: true } }),
  ]);
  return {
    plan: tenant.plan,
    currency: billingCurrency(tenant.currency),
    subscription: live && viewOf(live),
    leavesAt: tenant.deletionDueAt,
    mayTry: known === null && tenant.plan === "free",
  };
}

function viewOf(live: Live): NonNullable<SubscriptionView["subscription"]> {
  const { pendingPlan, pendingInterval, pendingAt } = live;
  return {
    status: live.status,
    interval: live.interval,
    amount: { amountMinor: Number(live.amountMinor), currency: live.currency },
    renewsAt: live.cancelAt ? null : live.currentPeriodEnd,
    cancelAt: live.cancelAt,
    trialEnd: live.trialEnd,
    pastDueSince: live.pastDueSince,
    readOnlyFrom: readOnlyFrom([live]),
    pending:
      pendingPlan && pendingInterval && pendingAt
        ? { plan: pendingPlan, interval: pendingInterval, at: pendingAt }
        : null,
    discount: live.discount as HeldDiscount | null,
  };
}
