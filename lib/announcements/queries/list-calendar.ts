import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";
import { type PastEntry, selectPast, waitingIds } from "../calendar-sql";
import { headlineOf } from "../format/headline";
import { occurrencesBetween } from "../schedule-rules";
import type { CalendarQuery } from "../series-schema";
import type { Announcement, CalendarEntry } from "../types";
import { findStartZone } from "./find-start-zone";
import { announcementColumns, toAnnouncement } from "./select-announcement";
import { viewerOf } from "./viewer-of";

// A series by the minute would fill the page alone.
const MOST_OF_A_SERIES = 300;

/**
 * What was sent and what will be in a stretch of time, in order; series by each of their times. For those who may see how
 * sendings go, of the communities whose sendings they may see (R2, R3, P12).
 * @throws Refusal `not_allowed`
 */
export async function listCalendar(ctx: TenantContext, query: CalendarQuery): Promise<CalendarEntry[]> {
  const { reach } = await viewerOf(ctx);
  if (reach?.length === 0) authorize(canAsStaff(ctx.actor, "announcements.view"));
  const viewer = { reach, memberId: null };
  const range = { from: query.from, to: query.to, communityId: query.communityId ?? null };
  const [past, ids] = await Promise.all([
    selectPast(ctx.db, viewer, range),
    waitingIds(ctx.db, viewer, range),
  ]);
  const rows = await ctx.db.announcement.findMany({
    where: { id: { in: ids } },
    select: announcementColumns,
  });
  const ahead = await Promise.all(rows.map((row) => entriesAhead(ctx, toAnnouncement(row), range)));
  return [...past.map(pastEntry), ...ahead.flat()].sort((a, b) => a.at.getTime() - b.at.getTime());
}

async function entriesAhead(
  ctx: TenantContext,
  announcement: Announcement,
  { from, to }: { from: Date; to: Date },
): Promise<CalendarEntry[]> {
  const { id, kind, body, status, dueAt, dueLocal, schedule } = announcement;
  if (!dueAt) return [];
  const entry = {
    id,
    kind,
    headline: headlineOf(body),
    people: null,
    isSeries: schedule.rrule !== undefined,
  };
  // What is being sent has its occurrence in the past; of a series the later times follow.
  const own =
    status === "scheduled" && dueAt >= from ? [{ ...entry, at: dueAt, localTime: dueLocal, status }] : [];
  if (!schedule.rrule) return own;
  const zone = await findStartZone(ctx, announcement, schedule);
  const later = occurrencesBetween(
    { localTime: schedule.localTime ?? "", timezone: zone, rrule: schedule.rrule },
    {
      after: (dueAt > from ? dueAt : new Date(from.getTime() - 1)).toISOString(),
      until: new Date(to.getTime() - 1).toISOString(),
      limit: MOST_OF_A_SERIES,
    },
  );
  return [
    ...own,
    ...later.map(({ instant, localTime }) => ({
      ...entry,
      at: new Date(instant),
      localTime,
      status: "scheduled" as const,
    })),
  ];
}

function pastEntry({ id, at, status, kind, body, people }: PastEntry): CalendarEntry {
  return {
    id,
    at,
    localTime: null,
    status: status as CalendarEntry["status"],
    kind: kind as CalendarEntry["kind"],
    headline: headlineOf(body),
    people,
    isSeries: false,
  };
}
