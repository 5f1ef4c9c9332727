import "server-only";
import { billingCurrency } from "@/lib/plans/catalogue";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { systemFindPrice } from "./commands/sync-catalogue";
import { canManageBilling } from "./policy";
import { assertStaying } from "./queries/assert-staying";
import { findLiveSubscription } from "./queries/find-live-subscription";
import { isUpgrade } from "./rules";
import { type PlanChoice, planChoiceSchema } from "./schema";
import { askStripe } from "./stripe-client";

/**
 * A change of plan as Stripe is asked for it: the same for the preview and for the change itself. More happens now and
 * costs the difference; less begins when the paid period ends (B6).
 */
export type PlannedChange = {
  id: string;
  item: { id: string; price: string };
  currentPrice: string;
  currency: string;
  /** Null: now. */
  effectiveAt: Date | null;
  scheduleId: string | null;
};

/** @throws Refusal `not_allowed`, `not_subscribed`, `already_subscribed`, `unavailable`; `read_only` while the tenant is to be deleted */
export async function planChangeFor(ctx: TenantContext, input: PlanChoice): Promise<PlannedChange> {
  authorize(canManageBilling(ctx.actor));
  await assertStaying(ctx);
  const choice = planChoiceSchema.parse(input);
  const live = await findLiveSubscription(ctx);
  if (!live) throw new Refusal("not_subscribed");
  if (live.plan === choice.plan && live.interval === choice.interval) throw new Refusal("already_subscribed");
  const { currency } = await ctx.db.tenant.findFirstOrThrow({ select: { currency: true } });
  const id = live.stripeSubscriptionId;
  const { price, item } = await askStripe(async (client) => ({
    price: await systemFindPrice(choice.plan, billingCurrency(currency), choice.interval),
    item: (await client.subscriptions.retrieve(id)).items.data[0],
  }));
  if (!item) throw new Refusal("not_subscribed");
  const isNow = live.status === "trialing" || isUpgrade(live, choice);
  return {
    id,
    item: { id: item.id, price },
    currentPrice: item.price.id,
    currency: live.currency,
    effectiveAt: isNow ? null : new Date(item.current_period_end * 1_000),
    scheduleId: live.scheduleId,
  };
}
