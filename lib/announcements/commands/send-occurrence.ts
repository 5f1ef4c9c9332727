import "server-only";
import { closeOccurrence, drainOccurrence } from "@/lib/delivery/commands/drain-occurrence";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { announceChange } from "../announce-change";
import { changeStatus } from "./change-status";

/**
 * Sends an occurrence to its end and closes it with its announcement. Safe to run several times at once, and to be
 * killed at any moment: the sweep queues it again until nothing is left sending.
 */
export async function sendOccurrence(ctx: TenantContext, occurrenceId: string): Promise<void> {
  const occurrence = await ctx.db.occurrence.findFirst({
    where: { id: occurrenceId, status: "sending" },
    select: { announcementId: true },
  });
  if (!occurrence) return;
  const { announcementId } = occurrence;
  await drainOccurrence(ctx, occurrenceId, () => announceChange(ctx, announcementId));
  await finish({ ...ctx, now: new Date() }, announcementId, occurrenceId);
  announceChange(ctx, announcementId);
}

/**
 * Both end in one transaction, or neither: a worker killed in between leaves nothing half closed. The announcement is
 * locked before the occurrence, as pause and cancel do.
 */
async function finish(ctx: TenantContext, announcementId: string, occurrenceId: string): Promise<void> {
  try {
    await inTransaction(ctx, async (tx) => {
      await changeStatus(tx, announcementId, "finish");
      if (!(await closeOccurrence(tx, occurrenceId))) throw new Refusal("illegal_transition");
    });
  } catch (error) {
    // Paused or cancelled meanwhile, or another worker has the last batch in hand and will end it.
    if (!(error instanceof Refusal && error.code === "illegal_transition")) throw error;
  }
}
