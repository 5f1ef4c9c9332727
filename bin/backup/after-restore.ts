import { systemHoldRestored } from "@/lib/announcements/commands/hold-restored";
import { systemRequeueStripeEvents } from "@/lib/billing/commands/requeue-stripe-events";
import { systemResumeBulkActs } from "@/lib/bulk-acts/commands/resume-bulk-acts";
import { systemResumeImports } from "@/lib/imports/commands/resume-imports";
import { systemContext } from "@/lib/platform/context";
import { systemTenantIds } from "@/lib/tenants/queries/system-tenant-ids";

export type AfterRestore = {
  paused: number;
  missed: number;
  imports: number;
  bulkActs: number;
  stripeEvents: number;
};

/**
 * Brings a restored installation to where it can start: the queue is not in a backup, as what it held may have happened
 * since. What may go on is queued anew from the rows; what would reach people waits for a person.
 */
export async function settleRestored(now: Date): Promise<AfterRestore> {
  const total: AfterRestore = {
    paused: 0,
    missed: 0,
    imports: 0,
    bulkActs: 0,
    stripeEvents: await systemRequeueStripeEvents(),
  };
  for (const id of await systemTenantIds()) {
    const ctx = systemContext(id, "restore", now);
    const held = await systemHoldRestored(ctx);
    total.paused += held.paused;
    total.missed += held.missed;
    total.imports += await systemResumeImports(ctx);
    total.bulkActs += await systemResumeBulkActs(ctx);
  }
  return total;
}
