import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { hasOpenDelivery, inHandUntil, skipQueued } from "../drain-sql";
import { settleJob, settleKey } from "../job-names";
import type { StopReason } from "../types";
import { endEvergreens } from "./evergreens";

/** Holds an open occurrence: the batch under way is the last (A14). */
export async function pauseOccurrence(ctx: TenantContext, announcementId: string): Promise<void> {
  await ctx.db.occurrence.updateMany({
    where: { announcementId, status: "sending" },
    data: { status: "paused" },
  });
}

/** Lets held occurrences go on. Returns their ids, for the drain to be queued in the same transaction. */
export async function resumeOccurrence(ctx: TenantContext, announcementId: string): Promise<string[]> {
  const where = { announcementId, status: "paused" };
  const held = await ctx.db.occurrence.findMany({ where, select: { id: true } });
  await ctx.db.occurrence.updateMany({ where, data: { status: "sending" } });
  return held.map(({ id }) => id);
}

/**
 * Ends the open occurrences of an announcement for good: what is queued becomes `skipped` with the reason, and what a worker
 * has in hand ends as it really does, or is settled when its lease is over. Deliveries are locked before their occurrence, in
 * key order, as the drain does.
 */
export async function cancelOccurrences(
  ctx: TenantContext,
  announcementId: string,
  reason: StopReason,
): Promise<void> {
  await endEvergreens(ctx, announcementId);
  const open = await ctx.db.occurrence.findMany({
    where: { announcementId, status: { in: ["sending", "paused"] } },
    select: { id: true, finishedAt: true },
    orderBy: { id: "asc" },
  });
  for (const { id, finishedAt } of open) {
    await skipQueued(ctx.db, id, reason);
    // One that had ended, and went on for who joined since, was sent all the same.
    const status = finishedAt ? "sent" : "cancelled";
    await ctx.db.occurrence.updateMany({
      where: { id, status: { in: ["sending", "paused"] } },
      data: { status, finishedAt: finishedAt ?? ctx.now, stopReason: reason },
    });
    const until = await inHandUntil(ctx.db, id);
    if (until) await enqueue(ctx.db, settleJob, { occurrenceId: id }, { runAt: until, key: settleKey(id) });
  }
}

/** Whether somebody still waits for an announcement that is being sent. */
export async function isAnyoneWaiting(ctx: TenantContext, announcementId: string): Promise<boolean> {
  return await hasOpenDelivery(ctx.db, announcementId);
}

/** Whether all that is left of an announcement that is being sent waits for people to post it by hand (A21). */
export async function isOnlyByHand(ctx: TenantContext, announcementId: string): Promise<boolean> {
  return !(await hasOpenDelivery(ctx.db, announcementId, false));
}

/** Removes an announcement's occurrences from the portal (A11); rows and counts stay, late receipts are still recorded (X8). */
export async function retractOccurrences(ctx: TenantContext, announcementId: string): Promise<void> {
  await cancelOccurrences(ctx, announcementId, "retracted");
  await ctx.db.occurrence.updateMany({
    where: { announcementId, retractedAt: null },
    data: { retractedAt: ctx.now },
  });
}
