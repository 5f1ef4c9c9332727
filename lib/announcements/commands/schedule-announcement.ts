import "server-only";
import { countAudience } from "@/lib/delivery/queries/rehearse-audience";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { announceChange } from "../announce-change";
import { audienceOf } from "../audience-rules";
import { authorId } from "../author-rules";
import { checkAudience } from "../check-audience";
import { checkSchedule } from "../check-schedule";
import { startJob, startKey } from "../job-names";
import { getAnnouncement } from "../queries/get-announcement";
import { confirmThresholdOf, mayHappen } from "../rules";
import type { Announcement, ScheduleChoice } from "../types";
import { resolveLocalTime } from "../zone-rules";
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
  return await plan(ctx, id, { ...input, dueAt: () => dueAt });
}

/**
 * Schedules an announcement at a wall-clock time in a named zone (A6); a schedule given here replaces the draft's.
 * @throws Refusal `schedule_in_past`, and what `sendAnnouncement` does.
 */
export async function scheduleAnnouncement(
  ctx: TenantContext,
  id: string,
  input: Confirmation & { schedule?: ScheduleChoice | undefined },
): Promise<Announcement> {
  return await plan(ctx, id, { ...input, dueAt: (schedule) => resolveDue(schedule, ctx.now) });
}

type Plan = Confirmation & {
  schedule?: ScheduleChoice | undefined;
  dueAt: (schedule: ScheduleChoice) => Date;
};

async function plan(ctx: TenantContext, id: string, input: Plan): Promise<Announcement> {
  const announcement = await requireSender(ctx, id);
  if (!mayHappen("schedule", announcement.status)) {
    throw new Refusal("illegal_transition", { from: announcement.status, to: "scheduled" });
  }
  await checkApproval(ctx, announcement);
  const schedule = input.schedule ?? announcement.schedule;
  const dueAt = input.dueAt(schedule);
  await checkAudience(ctx, announcement);
  await checkConfirmation(ctx, announcement, input.confirmPeople);
  await inTransaction(ctx, async (tx) => {
    const kind = tx.actor.kind;
    const changes = { dueAt, scheduledByKind: kind, scheduledBy: authorId(tx.actor) };
    await changeStatus(tx, id, "schedule", {
      changes: input.schedule ? { ...changes, ...columnsOf(input.schedule) } : changes,
    });
    await enqueue(tx.db, startJob, { announcementId: id }, { runAt: dueAt, key: startKey(id) });
  });
  announceChange(ctx, id);
  return await getAnnouncement(ctx, id);
}

function resolveDue(schedule: ScheduleChoice, now: Date): Date {
  checkSchedule(schedule);
  if (schedule.mode === "now") return now;
  // Said clearly instead of sending it once as if that were meant.
  if (schedule.mode === "memberLocal") {
    throw invalidInput({ path: "schedule.mode", code: "not_available_yet" });
  }
  if (schedule.rrule) throw invalidInput({ path: "schedule.rrule", code: "not_available_yet" });
  const resolved = resolveLocalTime({
    localTime: schedule.localTime ?? "",
    timezone: schedule.timezone ?? "",
  });
  if (!resolved.ok) throw invalidInput({ path: "schedule.localTime", code: resolved.code });
  const dueAt = new Date(resolved.instant);
  if (dueAt <= now) {
    throw new Refusal("schedule_in_past", {}, [{ path: "schedule.localTime", code: "in_past" }]);
  }
  return dueAt;
}

function columnsOf(schedule: ScheduleChoice) {
  return {
    scheduleMode: schedule.mode,
    localTime: schedule.localTime ?? null,
    timezone: schedule.timezone ?? null,
    rrule: schedule.rrule ?? null,
  };
}

async function checkApproval(ctx: TenantContext, announcement: Announcement): Promise<void> {
  if (announcement.status === "approved") return;
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
  const [people, tenant] = await Promise.all([
    countAudience(ctx, audienceOf(announcement)),
    ctx.db.tenant.findFirst({ select: { settings: true } }),
  ]);
  if (people < confirmThresholdOf(tenant?.settings) || confirmed === people) return;
  throw new Refusal("confirmation_required", { people }, [
    { path: "confirmPeople", code: "confirm_people", params: { people } },
  ]);
}
