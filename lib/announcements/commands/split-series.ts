import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { nullableJson } from "@/lib/platform/db/nullable-json";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { newId } from "@/lib/shared/ids";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { announceChange } from "../announce-change";
import { authorId } from "../author-rules";
import { approvalHash } from "../content-hash";
import { copiedColumns } from "../copied-columns";
import { startJob, startKey } from "../job-names";
import { copyMedia } from "../keep-media";
import { findStartZone } from "../queries/find-start-zone";
import { getAnnouncement } from "../queries/get-announcement";
import { columnsOf } from "../schedule-columns";
import { endedBefore, isAhead, startedAt, withoutTime } from "../series-rules";
import { firstTurn } from "../turn-rules";
import type { Announcement, ScheduleChoice } from "../types";
import { recordTransition } from "./change-status";
import { requireSender } from "./require-sender";
import { setSchedule } from "./set-schedule";

export type SeriesPart = { localTime: string; scope: "this" | "following" };

/**
 * Takes one time, or one and all after it, out of a series as an announcement of its own, scheduled as it was, to be changed
 * without touching the rest (A6). Both stay scheduled whatever happens next: nothing is lost between.
 * @throws Refusal `not_found`, `not_allowed`, `illegal_transition` when it is no waiting series, `invalid_input` when the time
 * is none of it.
 */
export async function splitSeries(ctx: TenantContext, id: string, part: SeriesPart): Promise<Announcement> {
  const series = await requireSeries(ctx, id, part.localTime);
  const { schedule } = series;
  const rrule = schedule.rrule ?? "";
  const isOne = part.scope === "this";
  const rest = isOne ? withoutTime(rrule, part.localTime) : endedBefore(rrule, part.localTime);
  const own: ScheduleChoice = isOne
    ? { mode: schedule.mode, localTime: part.localTime, timezone: schedule.timezone }
    : startedAt(schedule, part.localTime);
  const partId = newId();
  await inTransaction(ctx, async (tx) => {
    await copyScheduled(tx, series, { id: partId, schedule: own });
    await setSchedule(tx, series, { ...schedule, rrule: rest });
  });
  announceChange(ctx, id);
  return await getAnnouncement(ctx, partId);
}

/** A series that waits, and a time of it that is ahead. */
export async function requireSeries(
  ctx: TenantContext,
  id: string,
  localTime: string,
): Promise<Announcement> {
  const series = await requireSender(ctx, id);
  if (series.status !== "scheduled" || !series.schedule.rrule) {
    throw new Refusal("illegal_transition", { from: series.status, to: "scheduled" });
  }
  if (!isAhead(series.schedule, localTime, ctx.now))
    throw invalidInput({ path: "localTime", code: "not_in_series" });
  return series;
}

async function copyScheduled(
  tx: TenantContext,
  series: Announcement,
  { id, schedule }: { id: string; schedule: ScheduleChoice },
): Promise<void> {
  const zone = await findStartZone(tx, series, schedule);
  const turn = firstTurn(schedule, zone, tx.now);
  if (!turn) throw invalidInput({ path: "localTime", code: "not_in_series" });
  const copied = { ...series, schedule };
  await tx.db.announcement.create({
    data: {
      id,
      ...copiedColumns(series, tx.now),
      evergreen: nullableJson(series.evergreen),
      status: "scheduled",
      seriesId: series.id,
      scheduledByKind: tx.actor.kind,
      scheduledBy: authorId(tx.actor),
      // What was approved for the series was approved for each of its times.
      approvedHash: series.approvedHash && approvalHash(copied),
      ...columnsOf(schedule),
      ...turn,
    },
    select: { id: true },
  });
  await copyMedia(tx, id, series.media);
  await recordTransition(tx, { id, from: "scheduled", to: "scheduled", reason: "split" });
  await enqueue(tx.db, startJob, { announcementId: id }, { runAt: turn.dueAt, key: startKey(id) });
}
