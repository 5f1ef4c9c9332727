import "server-only";
import { z } from "zod";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { moveAnnouncement } from "./commands/move-announcement";
import { skipOccurrence } from "./commands/skip-occurrence";
import { splitSeries } from "./commands/split-series";
import { getAnnouncement } from "./queries/get-announcement";
import { listCalendar } from "./queries/list-calendar";
import { announcementSchema, calendarEntrySchema } from "./response-schema";
import { calendarQuery, moveInput, skipInput, splitInput } from "./series-schema";

const write = {
  method: "POST",
  scope: "announcements:write",
  params: z.object({ id: z.uuid() }),
  response: announcementSchema,
  exists: async (ctx: Parameters<typeof getAnnouncement>[0], { id }: { id: string }) => {
    await getAnnouncement(ctx, id);
  },
} as const;

export const splitSeriesRoute = defineRoute({
  ...write,
  path: "/announcements/{id}/split",
  summary: "Take one time, or it and all that follow, out of a series as a scheduled announcement of its own",
  body: splitInput,
  run: (ctx, { params: { id }, body }) => splitSeries(ctx, id, body),
});

export const skipOccurrenceRoute = defineRoute({
  ...write,
  path: "/announcements/{id}/skip",
  summary: "Leave one time of a series out",
  body: skipInput,
  run: (ctx, { params: { id }, body }) => skipOccurrence(ctx, id, body.localTime),
});

export const moveAnnouncementRoute = defineRoute({
  ...write,
  path: "/announcements/{id}/move",
  summary:
    "Put a scheduled announcement, or the time `from` of a series, at another wall-clock time of its zone",
  body: moveInput,
  run: (ctx, { params: { id }, body }) => moveAnnouncement(ctx, id, body),
});

export const listCalendarRoute = defineRoute({
  method: "GET",
  path: "/calendar",
  scope: "announcements:read",
  summary:
    "What was sent and what will be, between two instants at most 100 days apart; series by each of their times",
  query: calendarQuery,
  response: z.object({ data: z.array(calendarEntrySchema) }),
  run: async (ctx, { query }) => ({ data: await listCalendar(ctx, query) }),
});
