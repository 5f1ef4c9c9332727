import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { TenantContext } from "@/lib/platform/context";
import { planChangeFor } from "../plan-change";
import type { PlanChoice } from "../schema";
import { askStripe } from "../stripe-client";
import { idOf } from "../stripe-fields";
import { systemSyncInvoice } from "./sync-invoice";
import { systemSyncSubscription } from "./sync-subscription";

/**
 * Changes the plan at once and charges the difference to the card on file; a declined card changes nothing (B6).
 * @throws Refusal as the preview, and `payment_declined`
 */
export async function changePlan(ctx: TenantContext, input: PlanChoice): Promise<void> {
  const { id, items } = await planChangeFor(ctx, input);
  const changed = await askStripe((client) =>
    client.subscriptions.update(id, {
      items,
      proration_behavior: "always_invoice",
      payment_behavior: "error_if_incomplete",
    }),
  );
  await recordAudit(ctx, { action: "billing.plan_change_requested", details: { ...input } });
  const invoice = idOf(changed.latest_invoice);
  await systemSyncSubscription(ctx, id);
  if (invoice) await systemSyncInvoice(ctx, invoice);
}
