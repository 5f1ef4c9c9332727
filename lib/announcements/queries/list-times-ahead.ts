import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { occurrencesBetween } from "../schedule-rules";
import type { Announcement } from "../types";
import { findStartZone } from "./find-start-zone";

const SHOWN = 6;
const FAR_MS = 30 * 366 * 86_400_000;

/** The wall-clock times at which a waiting announcement goes out next; the caller has authorised the reader (A6). */
export async function listTimesAhead(ctx: TenantContext, announcement: Announcement): Promise<string[]> {
  const { status, schedule, dueLocal } = announcement;
  if (!schedule.rrule) return status === "scheduled" && dueLocal ? [dueLocal] : [];
  if (!["scheduled", "sending", "paused"].includes(status)) return [];
  const timezone = await findStartZone(ctx, announcement, schedule);
  return occurrencesBetween(
    { localTime: schedule.localTime ?? "", timezone, rrule: schedule.rrule },
    {
      after: ctx.now.toISOString(),
      until: new Date(ctx.now.getTime() + FAR_MS).toISOString(),
      limit: SHOWN,
    },
  ).map(({ localTime }) => localTime);
}
