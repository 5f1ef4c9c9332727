import "server-only";
import { z } from "zod";
import { memberExists, memberParams } from "@/lib/members/api";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { listTimeline } from "./queries/list-timeline";
import { TIMELINE_KINDS } from "./types";

const entrySchema = z
  .object({
    kind: z.enum(TIMELINE_KINDS),
    at: z.iso.datetime(),
    subjectId: z.uuid().nullable().meta({ description: "The room, announcement, feedback, note or import" }),
    text: z.string().nullable().meta({ description: "Its name, title or beginning" }),
    detail: z.string().nullable().meta({ description: "The source, the channel and purpose, or the author" }),
  })
  .meta({ id: "TimelineEntry" });

export const listTimelineRoute = defineRoute({
  method: "GET",
  path: "/members/{id}/timeline",
  scope: "members:read",
  summary: "What happened with a person, newest first",
  params: memberParams,
  query: pageQuery,
  response: z.object({ data: z.array(entrySchema), nextCursor: z.string().nullable() }),
  exists: memberExists,
  run: async (ctx, { params, query }) => {
    const { data, nextCursor } = await listTimeline(ctx, params.id, query);
    return { data: data.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })), nextCursor };
  },
});
