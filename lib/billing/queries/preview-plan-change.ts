import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { Money } from "@/lib/shared/money";
import { planChangeFor } from "../plan-change";
import type { PlanChoice } from "../schema";
import { askStripe } from "../stripe-client";

/**
 * What changing the plan would cost today: the new plan for the rest of the period less what is left of the old one (B6).
 * @throws Refusal `not_allowed`, `not_subscribed`, `already_subscribed`, `downgrade_not_offered`, `unavailable`
 */
export async function previewPlanChange(ctx: TenantContext, input: PlanChoice): Promise<{ dueNow: Money }> {
  const { id, items } = await planChangeFor(ctx, input);
  const preview = await askStripe((client) =>
    client.invoices.createPreview({
      subscription: id,
      subscription_details: { items, proration_behavior: "always_invoice" },
    }),
  );
  return { dueNow: { amountMinor: preview.amount_due, currency: preview.currency.toUpperCase() } };
}
