import "server-only";
import { z } from "zod";
import { memberBody, memberSchema } from "@/lib/members/api";
import type { TenantContext } from "@/lib/platform/context";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { archiveSegment, createSegment, updateSegment } from "./commands/save-segment";
import { countSegment } from "./queries/count-segment";
import { getSegment } from "./queries/find-segment";
import { countFilteredMembers } from "./queries/list-filtered-members";
import { listSegmentMembers } from "./queries/list-segment-members";
import { listSegments } from "./queries/list-segments";
import { createSegmentInput, segmentFilter, updateSegmentInput } from "./schema";
import { PLACE_CONDITIONS } from "./types";

const instant = z.iso.datetime();
const segmentSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    filter: segmentFilter,
    places: z
      .array(z.object({ condition: z.enum(PLACE_CONDITIONS), id: z.uuid(), name: z.string().nullable() }))
      .meta({
        description:
          "The communities and groups that the filter names; without a name one is gone and has nobody in it",
      }),
    createdBy: z.uuid().nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: "Segment" });

const params = z.object({ id: z.uuid() });
const nextCursor = z.string().nullable();
const exists = async (ctx: TenantContext, { id }: { id: string }) => {
  await getSegment(ctx, id);
};

export const listSegmentsRoute = defineRoute({
  method: "GET",
  path: "/segments",
  scope: "members:read",
  summary:
    "Saved filters over members, newest first; one that names a place which the asking person may not read is not there",
  query: pageQuery,
  response: z.object({ data: z.array(segmentSchema), nextCursor }),
  run: (ctx, { query }) => listSegments(ctx, query),
});

export const createSegmentRoute = defineRoute({
  method: "POST",
  path: "/segments",
  scope: "members:write",
  summary: "Save a filter under a name",
  body: createSegmentInput,
  response: segmentSchema,
  status: 201,
  run: (ctx, { body }) => createSegment(ctx, body),
});

export const getSegmentRoute = defineRoute({
  method: "GET",
  path: "/segments/{id}",
  scope: "members:read",
  summary: "One segment",
  params,
  response: segmentSchema,
  run: (ctx, { params: { id } }) => getSegment(ctx, id),
});

export const updateSegmentRoute = defineRoute({
  method: "PATCH",
  path: "/segments/{id}",
  scope: "members:write",
  summary: "Change its name or filter",
  params,
  body: updateSegmentInput,
  response: segmentSchema,
  exists,
  run: (ctx, { params: { id }, body }) => updateSegment(ctx, id, body),
});

export const archiveSegmentRoute = defineRoute({
  method: "DELETE",
  path: "/segments/{id}",
  scope: "members:write",
  summary: "Take it out of the lists; announcements that name it go on",
  params,
  response: null,
  status: 204,
  exists,
  run: (ctx, { params: { id } }) => archiveSegment(ctx, id),
});

export const countSegmentRoute = defineRoute({
  method: "GET",
  path: "/segments/{id}/count",
  scope: "members:read",
  summary:
    "How many people it finds now, of those whom the asking person may see; a place that is gone has nobody in it",
  params,
  response: z.object({ count: z.int().min(0) }),
  run: async (ctx, { params: { id } }) => ({
    count: await countSegment(ctx, await getSegment(ctx, id)),
  }),
});

export const listSegmentMembersRoute = defineRoute({
  method: "GET",
  path: "/segments/{id}/members",
  scope: "members:read",
  summary: "The people whom it finds now, of those whom the asking person may see",
  params,
  query: pageQuery,
  response: z.object({ data: z.array(memberSchema), nextCursor }),
  exists,
  run: async (ctx, { params: { id }, query }) => {
    const { data, nextCursor } = await listSegmentMembers(ctx, id, query);
    return { data: data.map(memberBody), nextCursor };
  },
});

export const countMembersRoute = defineRoute({
  method: "GET",
  path: "/members/count",
  scope: "members:read",
  summary:
    "How many people whom the asking person may see a filter finds; the number that a bulk act confirms",
  query: z.object({
    q: z.string().max(200).optional(),
    tag: z.string().max(200).optional(),
    communityId: z.string().max(100).optional(),
    groupId: z.string().max(100).optional(),
    segmentId: z.string().max(100).optional(),
  }),
  response: z.object({ count: z.int().min(0) }),
  run: async (ctx, { query }) => ({ count: await countFilteredMembers(ctx, query) }),
});
