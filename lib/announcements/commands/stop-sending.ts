import "server-only";
import { cancelOccurrences, isAnyoneWaiting } from "@/lib/delivery/commands/stop-occurrence";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { log } from "@/lib/platform/log";
import { announceChange } from "../announce-change";
import { changeStatus, recordTransition } from "./change-status";
import { tellNotSent } from "./tell-not-sent";

/**
 * Ends a sending whose sender lost the right to it on the way (A13, R7): what waits is `skipped(not_allowed)`, and those who answer
 * for it are told. Of one that had ended and reached who joined since, only that ends. Called twice it does it once.
 * @returns false when nobody waits for it any more: it was sent whole
 */
export async function stopSending(ctx: TenantContext, announcementId: string): Promise<boolean> {
  const isStopped = await inTransaction(ctx, (tx) => stop(tx, announcementId));
  if (!isStopped) return false;
  log.warn({ announcementId }, "a sending was stopped: its sender may not send any more");
  announceChange(ctx, announcementId);
  return true;
}

async function stop(tx: TenantContext, id: string): Promise<boolean> {
  await tx.db.$queryRaw`SELECT 1 FROM announcements WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  if (!(await isAnyoneWaiting(tx, id))) return false;
  const row = await tx.db.announcement.findFirstOrThrow({
    where: { id },
    select: { body: true, communityIds: true, dueAt: true, scheduledBy: true, status: true },
  });
  const { status, dueAt, ...about } = row;
  if (status === "sending") {
    await changeStatus(tx, id, "fail", { reason: "not_allowed" });
    await tellNotSent(tx, { ...about, id, dueAt: dueAt ?? tx.now, reason: "stopped" });
  } else if (status === "sent" || status === "scheduled") {
    await recordTransition(tx, { id, from: status, to: status, reason: "evergreen_not_allowed" });
  }
  await cancelOccurrences(tx, id, "not_allowed");
  return true;
}
