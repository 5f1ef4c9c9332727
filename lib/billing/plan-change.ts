import "server-only";
import type Stripe from "stripe";
import { billingCurrency } from "@/lib/plans/catalogue";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { systemFindPrice } from "./commands/sync-catalogue";
import { canManageBilling } from "./policy";
import { findLiveSubscription } from "./queries/find-live-subscription";
import { isUpgrade } from "./rules";
import { type PlanChoice, planChoiceSchema } from "./schema";
import { askStripe } from "./stripe-client";

export type Planned = { id: string; items: Stripe.SubscriptionUpdateParams.Item[] };

/**
 * The change of plan as Stripe is asked for it, the same for the preview and for the change itself.
 * @throws Refusal `not_allowed`, `not_subscribed`, `already_subscribed`, `downgrade_not_offered`, `unavailable`
 */
export async function planChangeFor(ctx: TenantContext, input: PlanChoice): Promise<Planned> {
  authorize(canManageBilling(ctx.actor));
  const choice = planChoiceSchema.parse(input);
  const live = await findLiveSubscription(ctx);
  if (!live) throw new Refusal("not_subscribed");
  if (live.plan === choice.plan && live.interval === choice.interval) throw new Refusal("already_subscribed");
  if (!isUpgrade(live, choice)) throw new Refusal("downgrade_not_offered");
  const { currency } = await ctx.db.tenant.findFirstOrThrow({ select: { currency: true } });
  const id = live.stripeSubscriptionId;
  const { price, item } = await askStripe(async (client) => ({
    price: await systemFindPrice(choice.plan, billingCurrency(currency), choice.interval),
    item: (await client.subscriptions.retrieve(id)).items.data[0]?.id,
  }));
  if (!item) throw new Refusal("not_subscribed");
  return { id, items: [{ id: item, price }] };
}
