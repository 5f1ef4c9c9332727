import "server-only";
import { pauseOccurrence } from "@/lib/delivery/commands/stop-occurrence";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { changeStatus } from "./change-status";

export type HeldSendings = { paused: number; missed: number };

/**
 * After a restore: what was being sent when the backup was made, and what came due since, may have been sent by the
 * installation that was lost. Nothing is sent twice: the first waits paused, the second is missed, for people to decide
 * (A12). What is due later stays scheduled.
 */
export async function systemHoldRestored(ctx: TenantContext): Promise<HeldSendings> {
  const open = await ctx.db.announcement.findMany({
    where: { OR: [{ status: "sending" }, { status: "scheduled", dueAt: { lte: ctx.now } }] },
    select: { id: true, status: true },
  });
  for (const { id, status } of open) {
    await inTransaction(ctx, async (tx) => {
      await changeStatus(tx, id, status === "sending" ? "pause" : "miss", { reason: "restored" });
      await pauseOccurrence(tx, id);
    });
  }
  const paused = open.filter(({ status }) => status === "sending").length;
  return { paused, missed: open.length - paused };
}
