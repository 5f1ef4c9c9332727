import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { planChangeFor } from "../plan-change";
import type { PlanChoice } from "../schema";
import { askStripe } from "../stripe-client";
import type { PlanChangePreview } from "../types";

/**
 * What changing the plan would cost today: the new plan for the rest of the period less what is left of the old one; a
 * smaller plan costs nothing today (B6).
 * @throws Refusal `not_allowed`, `not_subscribed`, `already_subscribed`, `unavailable`
 */
export async function previewPlanChange(ctx: TenantContext, input: PlanChoice): Promise<PlanChangePreview> {
  const { id, item, currency, effectiveAt } = await planChangeFor(ctx, input);
  const prorationDate = Math.floor(ctx.now.getTime() / 1_000);
  if (effectiveAt) return { dueNow: { amountMinor: 0, currency }, effectiveAt, prorationDate };
  const preview = await askStripe((client) =>
    client.invoices.createPreview({
      subscription: id,
      subscription_details: {
        items: [item],
        proration_behavior: "always_invoice",
        proration_date: prorationDate,
      },
    }),
  );
  const dueNow = { amountMinor: preview.amount_due, currency: preview.currency.toUpperCase() };
  return { dueNow, effectiveAt, prorationDate };
}
