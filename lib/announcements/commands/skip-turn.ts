import "server-only";
import { recordUnsent } from "@/lib/delivery/commands/record-unsent";
import type { TenantContext } from "@/lib/platform/context";
import { cancelJob, enqueue } from "@/lib/platform/jobs/enqueue";
import { startJob, startKey } from "../job-names";
import { findStartZone } from "../queries/find-start-zone";
import { turnAfter } from "../turn-rules";
import type { Announcement } from "../types";
import { changeStatus } from "./change-status";

type Unsent = { status: "missed" | "cancelled"; reason: string };

/**
 * Leaves one time of a series out, on the record, and sets its next; a series without another ends as that time did. Inside a
 * transaction.
 * @throws Refusal `illegal_transition` when it is not waiting any more.
 */
export async function skipTurn(tx: TenantContext, announcement: Announcement, unsent: Unsent): Promise<void> {
  const { id, dueAt, schedule, grace } = announcement;
  if (!dueAt) return;
  await recordUnsent(tx, { announcementId: id, dueAt, status: unsent.status });
  const zone = await findStartZone(tx, announcement, schedule);
  const turn = turnAfter(schedule, zone, { after: dueAt, now: tx.now, graceSeconds: grace });
  const { reason } = unsent;
  if (!turn) {
    await changeStatus(tx, id, unsent.status === "missed" ? "miss" : "cancel", { reason });
    await cancelJob(tx.db, startKey(id));
    return;
  }
  await changeStatus(tx, id, "skip", { reason, changes: turn });
  await enqueue(tx.db, startJob, { announcementId: id }, { runAt: turn.dueAt, key: startKey(id) });
}
