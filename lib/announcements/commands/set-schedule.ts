import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { cancelJob, enqueue } from "@/lib/platform/jobs/enqueue";
import { Refusal } from "@/lib/shared/refusal";
import { approvalHash } from "../content-hash";
import { startJob, startKey } from "../job-names";
import { findStartZone } from "../queries/find-start-zone";
import { columnsOf } from "../schedule-columns";
import { firstTurn } from "../turn-rules";
import type { Announcement, ScheduleChoice } from "../types";
import { changeStatus } from "./change-status";

/**
 * Gives a waiting announcement another schedule that leaves out what it had, and never adds: an approval goes on with it. One
 * of which nothing is left ends. Inside a transaction.
 * @throws Refusal `conflict` when it changed meanwhile.
 */
export async function setSchedule(
  tx: TenantContext,
  series: Announcement,
  schedule: ScheduleChoice,
): Promise<void> {
  const { id } = series;
  const turn = firstTurn(schedule, await findStartZone(tx, series, schedule), tx.now);
  const { count } = await tx.db.announcement.updateMany({
    where: { id, status: "scheduled", version: series.version },
    data: {
      ...columnsOf(schedule),
      ...(turn ?? {}),
      approvedHash: series.approvedHash && approvalHash({ ...series, schedule }),
      version: { increment: 1 },
      updatedAt: tx.now,
    },
  });
  if (count === 0) throw new Refusal("conflict");
  if (turn) {
    await enqueue(tx.db, startJob, { announcementId: id }, { runAt: turn.dueAt, key: startKey(id) });
    return;
  }
  await changeStatus(tx, id, "cancel", { reason: "series_over" });
  await cancelJob(tx.db, startKey(id));
}
