import "server-only";
import { countAudience } from "@/lib/delivery/queries/rehearse-audience";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { loadAudience } from "../load-audience";
import { shiftedRule } from "../shift-rules";
import type { Announcement, ScheduleChoice } from "../types";
import { changeAnnouncement } from "./change-announcement";
import { requireSender } from "./require-sender";
import { scheduleAnnouncement } from "./schedule-announcement";
import { splitSeries } from "./split-series";

export type Move = { localTime: string; from?: string | undefined };

/**
 * Puts a scheduled announcement at another wall-clock time of its zone; of a series the one time `from`, which becomes an
 * announcement of its own. The days of a series that is moved as a whole go along. Whole or not at all.
 * @throws Refusal `illegal_transition`, `approval_void` where the time was approved, `invalid_input` where the rule of the
 * series does not fit another day, and what scheduling does.
 */
export async function moveAnnouncement(ctx: TenantContext, id: string, move: Move): Promise<Announcement> {
  return await inTransaction(ctx, async (tx) => {
    const announcement = await requireSender(tx, id);
    const { status } = announcement;
    if (status !== "scheduled") throw new Refusal("illegal_transition", { from: status, to: "scheduled" });
    const isSeries = announcement.schedule.rrule !== undefined;
    const moved =
      isSeries && move.from
        ? await splitSeries(tx, id, { localTime: move.from, scope: "this" })
        : announcement;
    if (moved.approvedHash) throw new Refusal("approval_void");
    await changeAnnouncement(tx, moved.id, { transition: "unschedule" });
    const { timezone, mode } = moved.schedule;
    const schedule = {
      mode: mode === "now" ? ("at" as const) : mode,
      timezone,
      rrule: movedRule(moved.schedule, move.localTime),
      localTime: move.localTime,
    };
    // The number was confirmed when it was scheduled: only the time is another.
    const confirmPeople = await countAudience(tx, await loadAudience(tx, moved));
    return await scheduleAnnouncement(tx, moved.id, { schedule, confirmPeople });
  });
}

function movedRule({ rrule, localTime }: ScheduleChoice, to: string): string | undefined {
  if (!rrule || !localTime) return rrule;
  const moved = shiftedRule(rrule, localTime, to);
  if (moved === null) throw invalidInput({ path: "localTime", code: "rule_keeps_days" });
  return moved;
}
