import "server-only";
import { countAudience } from "@/lib/delivery/queries/rehearse-audience";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { Refusal } from "@/lib/shared/refusal";
import { announceChange } from "../announce-change";
import { senderColumns } from "../author-rules";
import { checkAudience } from "../check-audience";
import { checkBlockAhead } from "../check-block";
import { checkEvergreen } from "../check-evergreen";
import { checkSchedule } from "../check-schedule";
import { approvalHash } from "../content-hash";
import { startJob, startKey } from "../job-names";
import { loadAudience } from "../load-audience";
import { findStartZone } from "../queries/find-start-zone";
import { getAnnouncement } from "../queries/get-announcement";
import { confirmThresholdOf, mayHappen } from "../rules";
import { columnsOf } from "../schedule-columns";
import { firstTurn, type Turn } from "../turn-rules";
import type { Announcement, ScheduleChoice } from "../types";
import { changeStatus } from "./change-status";
import { requireSender } from "./require-sender";

type Confirmation = { confirmPeople?: number | undefined };

/**
 * Sends an announcement now, after the seconds in which it can be undone (A7).
 * @throws Refusal `confirmation_required` naming the number, `illegal_transition`, `approval_void`, and what `requireSender` does.
 */
export async function sendAnnouncement(
  ctx: TenantContext,
  id: string,
  input: Confirmation & { undoSeconds: number },
): Promise<Announcement> {
  const dueAt = new Date(ctx.now.getTime() + input.undoSeconds * 1_000);
  return await plan(ctx, id, { ...input, turn: { dueAt, dueLocal: null } });
}

/**
 * Schedules an announcement at a wall-clock time in a named zone, or in each person's own, once or again and again (A6); a
 * schedule given here replaces the draft's.
 * @throws Refusal `schedule_in_past`, and what `sendAnnouncement` does.
 */
export async function scheduleAnnouncement(
  ctx: TenantContext,
  id: string,
  input: Confirmation & { schedule?: ScheduleChoice | undefined },
): Promise<Announcement> {
  return await plan(ctx, id, input);
}

type Plan = Confirmation & {
  schedule?: ScheduleChoice | undefined;
  turn?: Unplaced;
};
/** A moment that no wall clock was asked for. */
type Unplaced = { dueAt: Date; dueLocal: null };

async function plan(ctx: TenantContext, id: string, input: Plan): Promise<Announcement> {
  const announcement = await requireSender(ctx, id);
  if (!mayHappen("schedule", announcement.status)) {
    throw new Refusal("illegal_transition", { from: announcement.status, to: "scheduled" });
  }
  const { businessHours } = announcement.schedule;
  const kept = input.turn ? { mode: "now" as const, businessHours } : announcement.schedule;
  const schedule = input.schedule ?? kept;
  await checkApproval(ctx, announcement, schedule);
  const turn = input.turn ?? (await resolveTurn(ctx, announcement, schedule));
  if (!announcement.remindsId) checkBlockAhead(announcement.block, { schedule, dueAt: turn.dueAt });
  await checkEvergreen(ctx, announcement.evergreen, turn.dueAt);
  await checkAudience(ctx, announcement);
  await checkConfirmation(ctx, announcement, input.confirmPeople);
  await inTransaction(ctx, async (tx) => {
    const changes = { ...turn, ...senderColumns(tx.actor), ...columnsOf(schedule) };
    await changeStatus(tx, id, "schedule", { changes });
    await enqueue(tx.db, startJob, { announcementId: id }, { runAt: turn.dueAt, key: startKey(id) });
  });
  announceChange(ctx, id);
  return await getAnnouncement(ctx, id);
}

async function resolveTurn(
  ctx: TenantContext,
  announcement: Announcement,
  schedule: ScheduleChoice,
): Promise<Turn | Unplaced> {
  checkSchedule(schedule);
  if (schedule.mode === "now") return { dueAt: ctx.now, dueLocal: null };
  const zone = await findStartZone(ctx, announcement, schedule);
  const turn = firstTurn(schedule, zone, ctx.now);
  // Where a sending begins somewhere else first, that moment must be ahead too: else some would never get it.
  if (!turn) throw new Refusal("schedule_in_past", {}, [{ path: "schedule.localTime", code: "in_past" }]);
  return turn;
}

/** That what is sent is what was approved, at the time that was approved (A19). */
async function checkApproval(
  ctx: TenantContext,
  announcement: Announcement,
  schedule: ScheduleChoice,
): Promise<void> {
  if (announcement.status === "approved") {
    if (announcement.approvedHash !== approvalHash(announcement, schedule))
      throw new Refusal("approval_void");
    return;
  }
  const guarded = await ctx.db.community.findFirst({
    where: { id: { in: announcement.communityIds }, approvalRequired: true },
    select: { id: true },
  });
  if (guarded) throw new Refusal("illegal_transition", { from: announcement.status, to: "scheduled" });
}

async function checkConfirmation(
  ctx: TenantContext,
  announcement: Announcement,
  confirmed: number | undefined,
): Promise<void> {
  const audience = await loadAudience(ctx, announcement);
  const [people, tenant] = await Promise.all([
    countAudience(ctx, audience),
    ctx.db.tenant.findFirst({ select: { settings: true } }),
  ]);
  if (people < confirmThresholdOf(tenant?.settings) || confirmed === people) return;
  throw new Refusal("confirmation_required", { people }, [
    { path: "confirmPeople", code: "confirm_people", params: { people } },
  ]);
}
