import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { startBulkAct } from "./commands/start-bulk-act";
import { getBulkAct, listBulkActs } from "./queries/find-bulk-act";
import { listBulkRows } from "./queries/list-bulk-rows";
import { rowsQuery, startBulkActInput } from "./schema";
import { BULK_ACTIONS, BULK_STATUSES, OUTCOMES } from "./types";

const count = z.int().min(0);
const bulkActSchema = z
  .object({
    id: z.uuid(),
    action: z.enum(BULK_ACTIONS),
    status: z.enum(BULK_STATUSES),
    code: z.string().nullable().meta({ description: "Why it was stopped" }),
    communityIds: z.array(z.uuid()),
    groupIds: z.array(z.uuid()),
    tags: z.array(z.string()),
    people: count,
    rows: count.meta({ description: "People × places" }),
    counts: z.object({ done: count, unchanged: count, refused: count }),
    createdBy: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "BulkAct" });
const rowSchema = z
  .object({
    memberId: z.uuid(),
    memberName: z.string().nullable(),
    communityId: z.uuid().nullable(),
    groupId: z.uuid().nullable(),
    placeName: z.string().nullable(),
    outcome: z.enum(OUTCOMES),
    code: z.string().nullable(),
  })
  .meta({ id: "BulkActRow" });

const params = z.object({ id: z.uuid() });
const nextCursor = z.string().nullable();
const exists = async (ctx: TenantContext, { id }: { id: string }) => {
  await getBulkAct(ctx, id);
};

export const listBulkActsRoute = defineRoute({
  method: "GET",
  path: "/bulk-acts",
  scope: "members:read",
  summary: "Acts on many people, newest first",
  query: pageQuery,
  response: z.object({ data: z.array(bulkActSchema), nextCursor }),
  run: (ctx, { query }) => listBulkActs(ctx, query),
});

export const startBulkActRoute = defineRoute({
  method: "POST",
  path: "/bulk-acts",
  scope: "members:write",
  summary:
    "Adds, removes, promotes, demotes, tags or untags the people whom a filter finds now, in many places; a job does it. Another number of people than `confirmPeople` is 409 `confirmation_required`, which names it",
  body: startBulkActInput,
  response: bulkActSchema,
  status: 202,
  run: async (ctx, { body }) => getBulkAct(ctx, (await startBulkAct(ctx, body)).id),
});

export const getBulkActRoute = defineRoute({
  method: "GET",
  path: "/bulk-acts/{id}",
  scope: "members:read",
  summary: "One act and how far it is",
  params,
  response: bulkActSchema,
  run: (ctx, { params: { id } }) => getBulkAct(ctx, id),
});

export const listBulkRowsRoute = defineRoute({
  method: "GET",
  path: "/bulk-acts/{id}/rows",
  scope: "members:read",
  summary: "What came of each person in each place",
  params,
  query: pageQuery.extend(rowsQuery.shape),
  response: z.object({ data: z.array(rowSchema), nextCursor }),
  exists,
  run: (ctx, { params: { id }, query }) => listBulkRows(ctx, id, query),
});
