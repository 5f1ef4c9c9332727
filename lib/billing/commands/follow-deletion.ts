import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { findLiveSubscription } from "../queries/find-live-subscription";
import { LIVE_STATUSES } from "../rules";
import { isMissing, stripe } from "../stripe-client";
import { releaseSchedule } from "./schedule-change";
import { systemSyncSubscription } from "./sync-subscription";

/**
 * Lets the subscription follow what was decided about the tenant (T5): marked for deletion, it ends with what is paid for
 * and no checkout stays open; no longer, it goes on, if it was ended for that reason. By a job, so that Stripe may be out of reach meanwhile.
 */
export async function systemFollowDeletion(ctx: TenantContext): Promise<void> {
  const tenant = await ctx.db.tenant.findFirst({
    select: { deletionDueAt: true, deletionEndedBilling: true, stripeCustomerId: true },
  });
  const live = await findLiveSubscription(ctx);
  if (!tenant) return;
  const ends = tenant.deletionDueAt !== null;
  if (ends) await closeCheckouts(tenant.stripeCustomerId);
  if (!live || (ends ? live.cancelAt !== null : !tenant.deletionEndedBilling)) {
    if (!ends) await keepEnded(ctx, false);
    return;
  }
  // Kept first: asked twice Stripe answers the same, forgotten it would never go on again.
  if (ends) await keepEnded(ctx, true);
  if (live.scheduleId) await releaseSchedule(stripe(), live.scheduleId);
  await stripe().subscriptions.update(live.stripeSubscriptionId, { cancel_at_period_end: ends });
  if (!ends) await keepEnded(ctx, false);
  await systemSyncSubscription(ctx, live.stripeSubscriptionId);
}

/** Closes what was opened before and could still be paid. */
async function closeCheckouts(customer: string | null): Promise<void> {
  if (!customer) return;
  const open = await stripe().checkout.sessions.list({ customer, status: "open" });
  for (const { id } of open.data) await stripe().checkout.sessions.expire(id);
}

/** Cancels at once whatever could still charge a tenant that is about to go. One that Stripe no longer knows is no obstacle. */
export async function systemCancelNow(ctx: TenantContext): Promise<void> {
  const living = await ctx.db.subscription.findMany({
    where: { status: { in: [...LIVE_STATUSES] } },
    select: { stripeSubscriptionId: true },
  });
  for (const { stripeSubscriptionId } of living) {
    try {
      await stripe().subscriptions.cancel(stripeSubscriptionId);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    await systemSyncSubscription(ctx, stripeSubscriptionId).catch((error) => {
      if (!isMissing(error)) throw error;
    });
  }
}

async function keepEnded({ db, tenantId }: TenantContext, deletionEndedBilling: boolean): Promise<void> {
  await db.tenant.updateMany({ where: { id: tenantId }, data: { deletionEndedBilling } });
}
