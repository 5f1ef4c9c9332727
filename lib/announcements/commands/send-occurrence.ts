import "server-only";
import { closeOccurrence, drainOccurrence, findSending } from "@/lib/delivery/commands/drain-occurrence";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { systemTendTasks } from "@/lib/relay/commands/tend-tasks";
import { Refusal } from "@/lib/shared/refusal";
import { announceChange } from "../announce-change";
import { composeLetters } from "../compose-letter";
import { drainJob, drainKey, startJob, startKey } from "../job-names";
import { findStartZone } from "../queries/find-start-zone";
import { findAnnouncement } from "../queries/get-announcement";
import { watchSender } from "../queries/watch-sender";
import { type Turn, turnAfter } from "../turn-rules";
import { changeStatus } from "./change-status";
import { stopSending } from "./stop-sending";

/**
 * Sends an occurrence for a slice of time, and closes it with its announcement when nothing is left; else the job comes back
 * for the rest. When its sender loses the right on the way, the batch in hand is the last (A13). Safe to run several times at once, and to be killed at any moment: the sweep queues it again until nothing
 * is left sending.
 */
export async function sendOccurrence(ctx: TenantContext, occurrenceId: string): Promise<void> {
  const occurrence = await findSending(ctx, occurrenceId);
  if (!occurrence) return;
  const { announcementId } = occurrence;
  const startedAt = performance.now();
  const compose = await composeLetters(ctx, occurrence);
  const onBatch = () => announceChange(ctx, announcementId);
  const mayGoOn = watchSender(ctx, announcementId);
  // Before the rest: whom nobody posted to in time has it in the portal.
  const tendAt = await systemTendTasks(ctx, occurrence);
  const drainAt = await drainOccurrence(ctx, occurrence, { compose, onBatch, mayGoOn });
  if (!(await mayGoOn()) && (await stopSending(ctx, announcementId))) return;
  const comeBackAt = earlier(tendAt, drainAt);
  if (comeBackAt) {
    const options = { runAt: comeBackAt, key: drainKey(occurrenceId) };
    await enqueue(ctx.db, drainJob, { occurrenceId }, options);
  } else if (occurrence.isReopened) await closeOccurrence(ctx, occurrence);
  else await finish({ ...ctx, now: later(ctx.now, startedAt) }, announcementId, occurrenceId);
  announceChange(ctx, announcementId);
}

/**
 * Both end in one transaction, or neither: a worker killed in between leaves nothing half closed. The announcement is
 * locked before the occurrence, as pause and cancel do. One of a series waits for its next time instead of ending.
 */
async function finish(ctx: TenantContext, announcementId: string, occurrenceId: string): Promise<void> {
  try {
    await inTransaction(ctx, async (tx) => {
      const turn = await findNextTurn(tx, announcementId);
      await changeStatus(tx, announcementId, turn ? "repeat" : "finish", turn ? { changes: turn } : {});
      if (turn) {
        const options = { runAt: turn.dueAt, key: startKey(announcementId) };
        await enqueue(tx.db, startJob, { announcementId }, options);
      }
      if (!(await closeOccurrence(tx, { id: occurrenceId, isReopened: false })))
        throw new Refusal("illegal_transition");
    });
  } catch (error) {
    // Paused or cancelled meanwhile, or another worker has the last batch in hand and will end it.
    if (!(error instanceof Refusal && error.code === "illegal_transition")) throw error;
  }
}

function earlier(one: Date | null, other: Date | null): Date | null {
  return one && (!other || one < other) ? one : other;
}

/** The clock of the job, as far on as the sending took. */
function later(now: Date, startedAt: number): Date {
  return new Date(now.getTime() + (performance.now() - startedAt));
}

async function findNextTurn(tx: TenantContext, announcementId: string): Promise<Turn | null> {
  const announcement = await findAnnouncement(tx, announcementId);
  if (!announcement?.dueAt || !announcement.schedule.rrule) return null;
  const { schedule, dueAt, grace } = announcement;
  const zone = await findStartZone(tx, announcement, schedule);
  return turnAfter(schedule, zone, { after: dueAt, now: tx.now, graceSeconds: grace });
}
