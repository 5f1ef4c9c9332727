import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { publishChange } from "@/lib/platform/db/notify";
import { applyReceipts, type Receipt } from "../receipts-sql";

export type { Receipt } from "../receipts-sql";

/**
 * News of a provider about deliveries: late, repeated and out of order as it comes, none takes a state back (A8, X10), and each
 * may close a delivery that a worker did not live to mark.
 */
export async function systemTakeReceipts(ctx: TenantContext, receipts: readonly Receipt[]): Promise<void> {
  if (receipts.length === 0) return;
  const changed = await applyReceipts(ctx.db, receipts);
  for (const id of new Set(changed.map(({ announcementId }) => announcementId))) {
    publishChange({ tenantId: ctx.tenantId, subject: "announcement", id });
  }
}
