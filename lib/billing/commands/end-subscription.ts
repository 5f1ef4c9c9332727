import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { followDeletionJob } from "../job-names";
import { canManageBilling } from "../policy";
import { assertStaying } from "../queries/assert-staying";
import { findLiveSubscription } from "../queries/find-live-subscription";
import { askStripe } from "../stripe-client";
import { releaseSchedule } from "./schedule-change";
import { systemSyncSubscription } from "./sync-subscription";

/** Ends the subscription when what is paid for is over (B6). @throws Refusal `not_allowed`, `not_subscribed`, `unavailable` */
export async function cancelSubscription(ctx: TenantContext): Promise<void> {
  await setEnd(ctx, true);
}

/**
 * Keeps a subscription that was to end. One of a tenant that is marked for deletion ends with it, until that is undone (T5).
 * @throws Refusal `not_allowed`, `not_subscribed`, `unavailable`; `read_only` with the reason `deletion`
 */
export async function resumeSubscription(ctx: TenantContext): Promise<void> {
  authorize(canManageBilling(ctx.actor));
  await assertStaying(ctx);
  await setEnd(ctx, false);
  // A deletion asked for while Stripe was asked has seen a subscription that ended already: it looks again.
  await enqueue(ctx.db, followDeletionJob, {}, { key: "follow_deletion" });
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
