import "server-only";
import { freezeAudience } from "@/lib/delivery/commands/freeze-audience";
import { assertWithinPlan } from "@/lib/plans/plan-limits";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { log } from "@/lib/platform/log";
import { Refusal } from "@/lib/shared/refusal";
import { findReadOnlyReason } from "@/lib/tenants/queries/assert-writable";
import { announceChange } from "../announce-change";
import { audienceOf } from "../audience-rules";
import { drainJob, drainKey, startJob, startKey } from "../job-names";
import { maySenderStillSend } from "../queries/may-sender-still-send";
import { announcementColumns, toAnnouncement } from "../queries/select-announcement";
import { isMissed, type Transition } from "../rules";
import type { Announcement } from "../types";
import { changeStatus } from "./change-status";

/**
 * What the worker does when an announcement is due: looks whether it still may be sent (A13), whether it came too late
 * (A12) and whether the plan pays for it (B6), then freezes the audience and the state in one transaction (A5, A8). Called
 * twice it does it once.
 */
export async function startAnnouncement(ctx: TenantContext, id: string): Promise<void> {
  const row = await ctx.db.announcement.findFirst({
    where: { id, status: "scheduled" },
    select: { ...announcementColumns, scheduledByKind: true, scheduledBy: true },
  });
  if (!row?.dueAt) return;
  const announcement = toAnnouncement(row);
  const dueAt = row.dueAt;
  if (dueAt > ctx.now) {
    // Moved meanwhile, or the clocks of two machines differ.
    await enqueue(ctx.db, startJob, { announcementId: id }, { runAt: dueAt, key: startKey(id) });
    return;
  }
  if (isMissed(dueAt, announcement.grace, ctx.now)) return await stop(ctx, id, "miss", "too_late");
  if (!(await maySenderStillSend(ctx, row))) return await stop(ctx, id, "fail", "not_allowed");
  const closed = await findReadOnlyReason(ctx);
  if (closed) return await stop(ctx, id, "hold", closed);
  await freeze(ctx, announcement, dueAt).catch(async (error: unknown) => {
    if (!(error instanceof Refusal && error.code === "plan_limit_reached")) throw error;
    await stop(ctx, id, "hold", "plan_limit");
  });
}

async function freeze(ctx: TenantContext, announcement: Announcement, dueAt: Date): Promise<void> {
  const { id, body, kind } = announcement;
  await once(() =>
    inTransaction(ctx, async (tx) => {
      await changeStatus(tx, id, "start");
      const { occurrenceId } = await freezeAudience(tx, {
        announcementId: id,
        dueAt,
        body,
        kind,
        audience: audienceOf(announcement),
      });
      await assertWithinPlan(tx, "deliveries", 0);
      await enqueue(tx.db, drainJob, { occurrenceId }, { key: drainKey(occurrenceId) });
    }),
  );
  announceChange(ctx, id);
}

async function stop(ctx: TenantContext, id: string, transition: Transition, reason: string): Promise<void> {
  await once(() => inTransaction(ctx, (tx) => changeStatus(tx, id, transition, { reason })));
  log.warn({ announcementId: id, reason }, "a scheduled announcement was not sent");
  announceChange(ctx, id);
}

/** Another worker was first: its doing stands. */
async function once(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "illegal_transition")) throw error;
  }
}
