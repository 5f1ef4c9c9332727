import "server-only";
import { endEvergreens } from "@/lib/delivery/commands/evergreens";
import { freezeAudience } from "@/lib/delivery/commands/freeze-audience";
import { assertWithinPlan } from "@/lib/plans/plan-limits";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { log } from "@/lib/platform/log";
import { Refusal } from "@/lib/shared/refusal";
import { findReadOnlyReason } from "@/lib/tenants/queries/assert-writable";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import { announceChange } from "../announce-change";
import { approvalHash } from "../content-hash";
import { evergreenUntil } from "../evergreen-rules";
import { drainJob, drainKey, startJob, startKey } from "../job-names";
import { loadAudience } from "../load-audience";
import { findStarts } from "../queries/find-starts";
import { maySenderStillSend } from "../queries/may-sender-still-send";
import { announcementColumns, toAnnouncement } from "../queries/select-announcement";
import { isMissed, type Transition } from "../rules";
import type { Announcement } from "../types";
import { changeStatus } from "./change-status";
import { openAnnouncedBlock } from "./open-announced-block";
import { planRelay } from "./plan-relay";
import { skipTurn } from "./skip-turn";
import { type NotSentReason, tellNotSent } from "./tell-not-sent";

/**
 * What the worker does when an announcement is due: looks whether it came too late (A12), whether it still may be sent (A13)
 * and is what was approved (A19), and whether the plan pays for it (B6), then freezes the audience and the state in one
 * transaction (A5, A8). Called twice it does it once.
 */
export async function startAnnouncement(ctx: TenantContext, id: string): Promise<void> {
  const row = await ctx.db.announcement.findFirst({
    where: { id, status: "scheduled" },
    select: { ...announcementColumns, scheduledByKind: true, scheduledBy: true },
  });
  if (!row?.dueAt) return;
  const due = { announcement: toAnnouncement(row), dueAt: row.dueAt, scheduledBy: row.scheduledBy };
  const { announcement, dueAt } = due;
  if (dueAt > ctx.now) {
    // Moved meanwhile.
    await enqueue(ctx.db, startJob, { announcementId: id }, { runAt: dueAt, key: startKey(id) });
    return;
  }
  if (isMissed(dueAt, announcement.grace, ctx.now)) return await miss(ctx, due);
  if (!(await maySenderStillSend(ctx, row))) return await stop(ctx, due, "fail", "not_allowed");
  const { approvedHash } = announcement;
  if (approvedHash && approvedHash !== approvalHash(announcement))
    return await stop(ctx, due, "fail", "approval_void");
  const closed = await findReadOnlyReason(ctx);
  if (closed) return await hold(ctx, id, closed);
  await freeze(ctx, announcement, dueAt).catch(async (error: unknown) => {
    if (!(error instanceof Refusal && error.code === "plan_limit_reached")) throw error;
    await hold(ctx, id, "plan_limit");
  });
}

type Due = { announcement: Announcement; dueAt: Date; scheduledBy: string | null };

async function freeze(ctx: TenantContext, announcement: Announcement, dueAt: Date): Promise<void> {
  const { id, body, media, kind, evergreen } = announcement;
  const audience = await loadAudience(ctx, announcement);
  const starts = await findStarts(ctx, announcement, audience);
  const until = evergreen && evergreenUntil(evergreen, ctx.now, await findTimezone(ctx));
  await once(() =>
    inTransaction(ctx, async (tx) => {
      await changeStatus(tx, id, "start");
      await endEvergreens(tx, id);
      const blockId = await openAnnouncedBlock(tx, announcement, dueAt);
      const { occurrenceId } = await freezeAudience(tx, {
        announcementId: id,
        dueAt,
        body,
        media,
        kind,
        audience,
        starts,
        blockId,
        evergreenUntil: until,
      });
      await planRelay(tx, announcement, { occurrenceId, blockId, audience, dueAt, starts });
      await assertWithinPlan(tx, "deliveries", 0);
      await enqueue(tx.db, drainJob, { occurrenceId }, { key: drainKey(occurrenceId) });
    }),
  );
  announceChange(ctx, id);
}

/** A series goes on with its next time; anything else waits for people to decide. */
async function miss(ctx: TenantContext, due: Due): Promise<void> {
  if (!due.announcement.schedule.rrule) return await stop(ctx, due, "miss", "too_late");
  await once(() =>
    inTransaction(ctx, async (tx) => {
      await skipTurn(tx, due.announcement, { status: "missed", reason: "too_late" });
      await tellNotSent(tx, { ...noticeOf(due), reason: "too_late" });
    }),
  );
  announceChange(ctx, due.announcement.id);
}

async function stop(
  ctx: TenantContext,
  due: Due,
  transition: Transition,
  reason: NotSentReason,
): Promise<void> {
  const { id } = due.announcement;
  await once(() =>
    inTransaction(ctx, async (tx) => {
      await changeStatus(tx, id, transition, { reason });
      await tellNotSent(tx, { ...noticeOf(due), reason });
    }),
  );
  log.warn({ announcementId: id, reason }, "a scheduled announcement was not sent");
  announceChange(ctx, id);
}

async function hold(ctx: TenantContext, id: string, reason: string): Promise<void> {
  await once(() => inTransaction(ctx, (tx) => changeStatus(tx, id, "hold", { reason })));
  log.warn({ announcementId: id, reason }, "a scheduled announcement waits for the plan");
  announceChange(ctx, id);
}

function noticeOf({ announcement: { id, body, communityIds }, dueAt, scheduledBy }: Due) {
  return { id, body, communityIds, dueAt, scheduledBy };
}

/** Another worker was first: its doing stands. */
async function once(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "illegal_transition")) throw error;
  }
}
