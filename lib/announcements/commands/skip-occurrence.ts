import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { announceChange } from "../announce-change";
import { getAnnouncement } from "../queries/get-announcement";
import { withoutTime } from "../series-rules";
import type { Announcement } from "../types";
import { recordTransition } from "./change-status";
import { setSchedule } from "./set-schedule";
import { requireSeries } from "./split-series";

/**
 * Leaves one time of a series out (A6).
 * @throws Refusal as `splitSeries` does.
 */
export async function skipOccurrence(
  ctx: TenantContext,
  id: string,
  localTime: string,
): Promise<Announcement> {
  const series = await requireSeries(ctx, id, localTime);
  const { schedule } = series;
  await inTransaction(ctx, async (tx) => {
    await recordTransition(tx, { id, from: "scheduled", to: "scheduled", reason: "skipped" });
    await setSchedule(tx, series, { ...schedule, rrule: withoutTime(schedule.rrule ?? "", localTime) });
  });
  announceChange(ctx, id);
  return await getAnnouncement(ctx, id);
}
