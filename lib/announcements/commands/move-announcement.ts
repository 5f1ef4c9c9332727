import "server-only";
import { countAudience } from "@/lib/delivery/queries/rehearse-audience";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { loadAudience } from "../load-audience";
import type { Announcement } from "../types";
import { changeAnnouncement } from "./change-announcement";
import { requireSender } from "./require-sender";
import { scheduleAnnouncement } from "./schedule-announcement";
import { splitSeries } from "./split-series";

export type Move = { localTime: string; from?: string | undefined };

/**
 * Puts a scheduled announcement at another wall-clock time of its zone; of a series the one time `from`, which becomes an
 * announcement of its own. Whole or not at all.
 * @throws Refusal `illegal_transition`, `approval_void` where the time was approved, and what scheduling does.
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
    const { timezone, mode, rrule } = moved.schedule;
    const schedule = {
      mode: mode === "now" ? ("at" as const) : mode,
      timezone,
      rrule,
      localTime: move.localTime,
    };
    // The number was confirmed when it was scheduled: only the time is another.
    const confirmPeople = await countAudience(tx, await loadAudience(tx, moved));
    return await scheduleAnnouncement(tx, moved.id, { schedule, confirmPeople });
  });
}
