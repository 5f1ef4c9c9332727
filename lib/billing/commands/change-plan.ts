import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { TenantContext } from "@/lib/platform/context";
import { invalidInput } from "@/lib/shared/refusal";
import { type PlannedChange, planChangeFor } from "../plan-change";
import type { PlanChange } from "../schema";
import { askStripe } from "../stripe-client";
import { idOf } from "../stripe-fields";
import { releaseSchedule, scheduleChange } from "./schedule-change";
import { systemSyncInvoice } from "./sync-invoice";
import { systemSyncSubscription } from "./sync-subscription";

// A shown amount is kept to for half an hour; then it has to be looked at again.
const SHOWN_SECONDS = 30 * 60;

/**
 * Changes the plan (B6). More: at once, and the difference is charged to the card on file, just as the preview told; a
 * declined card changes nothing. Less: when the paid period ends.
 * @throws Refusal as the preview, `invalid_input` at `prorationDate` for an amount that was shown too long ago, and
 * `payment_declined`
 */
export async function changePlan(ctx: TenantContext, input: PlanChange): Promise<void> {
  const { prorationDate, ...choice } = input;
  assertShownLately(ctx, prorationDate);
  const planned = await planChangeFor(ctx, choice);
  const invoice = planned.effectiveAt
    ? await scheduleChange(planned, choice)
    : await changeNow(planned, prorationDate);
  await recordAudit(ctx, {
    action: "billing.plan_change_requested",
    details: { ...choice, effectiveAt: planned.effectiveAt?.toISOString() ?? null },
  });
  await systemSyncSubscription(ctx, planned.id);
  if (invoice) await systemSyncInvoice(ctx, invoice);
}

function assertShownLately({ now }: TenantContext, prorationDate: number | undefined): void {
  if (prorationDate === undefined) return;
  const age = now.getTime() / 1_000 - prorationDate;
  if (age > SHOWN_SECONDS || age < -60) throw invalidInput({ path: "prorationDate", code: "too_old" });
}

async function changeNow(
  { id, item, scheduleId }: PlannedChange,
  prorationDate: number | undefined,
): Promise<string | null> {
  return await askStripe(async (client) => {
    if (scheduleId) await releaseSchedule(client, scheduleId);
    const changed = await client.subscriptions.update(id, {
      items: [item],
      proration_behavior: "always_invoice",
      payment_behavior: "error_if_incomplete",
      ...(prorationDate === undefined ? {} : { proration_date: prorationDate }),
    });
    return idOf(changed.latest_invoice);
  });
}
