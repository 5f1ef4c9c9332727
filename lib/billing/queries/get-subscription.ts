import "server-only";
import { billingCurrency } from "@/lib/plans/catalogue";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canViewBilling } from "../policy";
import type { SubscriptionView } from "../types";
import { findLiveSubscription } from "./find-live-subscription";

/** What the tenant is on, and until when. @throws Refusal `not_allowed` (B7) */
export async function getSubscription(ctx: TenantContext): Promise<SubscriptionView> {
  authorize(canViewBilling(ctx.actor));
  const [tenant, live] = await Promise.all([
    ctx.db.tenant.findFirstOrThrow({ select: { plan: true, currency: true } }),
    findLiveSubscription(ctx),
  ]);
  return {
    plan: tenant.plan,
    currency: billingCurrency(tenant.currency),
    subscription: live && {
      status: live.status,
      interval: live.interval,
      amount: { amountMinor: Number(live.amountMinor), currency: live.currency },
      renewsAt: live.cancelAt ? null : live.currentPeriodEnd,
      cancelAt: live.cancelAt,
    },
  };
}
