import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { inHandUntil, skipQueued } from "../drain-sql";
import { settleJob, settleKey } from "../job-names";
import { giveUpLostLeases } from "../outward/lost-sql";
import type { StopReason } from "../types";

/**
 * What workers had in hand of a sending that was stopped: of which no word came until its lease was over may have left, and is
 * `unknown` (A16); what came back to wait meanwhile is skipped like the rest. Comes back while something is still in hand.
 */
export async function systemSettleOccurrence(ctx: TenantContext, occurrenceId: string): Promise<void> {
  const occurrence = await ctx.db.occurrence.findFirst({
    where: { id: occurrenceId, status: { notIn: ["sending", "paused"] }, stopReason: { not: null } },
    select: { stopReason: true },
  });
  if (!occurrence) return;
  await inTransaction(ctx, async ({ db }) => {
    await giveUpLostLeases(db, null, occurrenceId);
    await skipQueued(db, occurrenceId, occurrence.stopReason as StopReason);
    const until = await inHandUntil(db, occurrenceId);
    if (until) await enqueue(db, settleJob, { occurrenceId }, { runAt: until, key: settleKey(occurrenceId) });
  });
}
