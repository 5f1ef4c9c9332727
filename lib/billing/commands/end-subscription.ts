import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { canManageBilling } from "../policy";
import { findLiveSubscription } from "../queries/find-live-subscription";
import { askStripe } from "../stripe-client";
import { releaseSchedule } from "./schedule-change";
import { systemSyncSubscription } from "./sync-subscription";

/** Ends the subscription when what is paid for is over (B6). @throws Refusal `not_allowed`, `not_subscribed`, `unavailable` */
export async function cancelSubscription(ctx: TenantContext): Promise<void> {
  await setEnd(ctx, true);
}

/** Keeps a subscription that was to end. @throws Refusal `not_allowed`, `not_subscribed`, `unavailable` */
export async function resumeSubscription(ctx: TenantContext): Promise<void> {
  await setEnd(ctx, false);
}

async function setEnd(ctx: TenantContext, ends: boolean): Promise<void> {
  authorize(canManageBilling(ctx.actor));
  const live = await findLiveSubscription(ctx);
  if (!live) throw new Refusal("not_subscribed");
  const id = live.stripeSubscriptionId;
  await askStripe(async (client) => {
    // What a schedule governs cannot be ended directly.
    if (live.scheduleId) await releaseSchedule(client, live.scheduleId);
    return await client.subscriptions.update(id, { cancel_at_period_end: ends });
  });
  await recordAudit(ctx, { action: ends ? "billing.cancelled" : "billing.resumed" });
  await systemSyncSubscription(ctx, id);
}
