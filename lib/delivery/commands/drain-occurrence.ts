import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { SendingOccurrence } from "../channels/channel";
import { inApp } from "../channels/in-app";
import { closeEmptyOccurrence } from "../drain-sql";
import type { Purpose } from "../types";

/**
 * Sends what is queued of an occurrence, batch by batch, until nothing is left for this worker, it was paused, or it
 * was cancelled. `onBatch` hears of every step (to wake the viewers).
 */
export async function drainOccurrence(
  ctx: TenantContext,
  occurrenceId: string,
  onBatch: () => void,
): Promise<void> {
  const occurrence = await findSending(ctx, occurrenceId);
  if (!occurrence) return;
  for (;;) {
    const { sent, skipped } = await inApp.sendBatch(ctx, occurrence);
    if (sent + skipped === 0) return;
    onBatch();
  }
}

/**
 * Ends an occurrence of which nothing is queued any more, in the transaction that ends its announcement. False while
 * another worker still has some of it, or when it is not being sent.
 */
export async function closeOccurrence(ctx: TenantContext, occurrenceId: string): Promise<boolean> {
  return await closeEmptyOccurrence(ctx.db, occurrenceId, ctx.now);
}

async function findSending(ctx: TenantContext, id: string): Promise<SendingOccurrence | null> {
  const row = await ctx.db.occurrence.findFirst({
    where: { id, status: "sending" },
    select: { id: true, communityIds: true, groupIds: true, purpose: true },
  });
  return row && { ...row, purpose: row.purpose as Purpose };
}
