import "server-only";
import type Stripe from "stripe";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import type { PlannedChange } from "../plan-change";
import { canManageBilling } from "../policy";
import { assertStaying } from "../queries/assert-staying";
import { findLiveSubscription } from "../queries/find-live-subscription";
import type { PlanChoice } from "../schema";
import { askStripe } from "../stripe-client";
import { systemSyncSubscription } from "./sync-subscription";

/** Has Stripe change the price when the paid period ends: a schedule of two phases, which then lets go of the subscription. */
export async function scheduleChange(planned: PlannedChange, choice: PlanChoice): Promise<null> {
  await askStripe(async (client) => {
    if (planned.scheduleId) await releaseSchedule(client, planned.scheduleId);
    const schedule = await client.subscriptionSchedules.create({ from_subscription: planned.id });
    const [running] = schedule.phases;
    if (!running) throw new Refusal("not_subscribed");
    await client.subscriptionSchedules.update(schedule.id, {
      end_behavior: "release",
      metadata: { plan: choice.plan, interval: choice.interval },
      phases: [
        {
          items: [{ price: planned.currentPrice, quantity: 1 }],
          start_date: running.start_date,
          end_date: running.end_date,
        },
        {
          items: [{ price: planned.item.price, quantity: 1 }],
          proration_behavior: "none",
          duration: { interval: choice.interval, interval_count: 1 },
        },
      ],
    });
  });
  return null;
}

/** Takes Stripe's schedule away; the subscription goes on as it is now. One that has ended meanwhile is no obstacle. */
export async function releaseSchedule(client: Stripe, scheduleId: string): Promise<void> {
  const { status } = await client.subscriptionSchedules.retrieve(scheduleId);
  if (status === "active" || status === "not_started") await client.subscriptionSchedules.release(scheduleId);
}

/**
 * Stays on the plan of today although a smaller one was to begin.
 * @throws Refusal `not_allowed`, `not_subscribed`, `unavailable`; `read_only` while the tenant is marked for deletion
 */
export async function keepPlan(ctx: TenantContext): Promise<void> {
  authorize(canManageBilling(ctx.actor));
  await assertStaying(ctx);
  const live = await findLiveSubscription(ctx);
  const scheduleId = live?.scheduleId;
  if (!live || !scheduleId) throw new Refusal("not_subscribed");
  await askStripe((client) => releaseSchedule(client, scheduleId));
  await recordAudit(ctx, { action: "billing.plan_change_called_off" });
  await systemSyncSubscription(ctx, live.stripeSubscriptionId);
}
