import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { LIVE_STATUSES } from "../rules";

const fields = {
  stripeSubscriptionId: true,
  plan: true,
  interval: true,
  status: true,
  amountMinor: true,
  currency: true,
  currentPeriodEnd: true,
  cancelAt: true,
  trialEnd: true,
  pastDueSince: true,
  scheduleId: true,
  pendingPlan: true,
  pendingInterval: true,
  pendingAt: true,
  discount: true,
} as const;

/** The subscription that gives the tenant its plan, or null. The caller has authorised. */
export async function findLiveSubscription(ctx: Pick<TenantContext, "db">) {
  return ctx.db.subscription.findFirst({
    where: { status: { in: [...LIVE_STATUSES] } },
    select: fields,
    orderBy: { createdAt: "desc" },
  });
}
