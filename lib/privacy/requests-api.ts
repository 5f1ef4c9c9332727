import "server-only";
import { z } from "zod";
import { memberExists, memberParams } from "@/lib/members/api";
import type { TenantContext } from "@/lib/platform/context";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { exportPerson } from "./commands/export-person";
import { enterRequest } from "./commands/open-request";
import { cancelRequest, completeRequest, refuseRequest, startRequest } from "./commands/step-request";
import { EXPORT_TYPES } from "./export/response";
import { EXPORT_FORMATS } from "./export/sections";
import { getRequest, listRequests } from "./queries/list-requests";
import { completeInput, enterRequestInput, refuseInput } from "./schema";
import { type PrivacyRequest, REFUSAL_REASONS, REQUEST_KINDS, REQUEST_STATUSES, REQUEST_WAYS } from "./types";

const requestSchema = z
  .object({
    id: z.uuid(),
    memberId: z.uuid(),
    name: z.string().nullable().meta({ description: "Null once the person was erased" }),
    kind: z.enum(REQUEST_KINDS),
    receivedBy: z.enum(REQUEST_WAYS),
    status: z.enum(REQUEST_STATUSES),
    details: z.string(),
    answer: z.string(),
    refusalReason: z.enum(REFUSAL_REASONS).nullable(),
    receivedAt: z.iso.datetime(),
    dueAt: z.iso.datetime().meta({ description: "The end of the last day on which an answer is in time" }),
    daysLeft: z.int().nullable().meta({ description: "Negative: overdue; null: closed" }),
    exportedAt: z.iso.datetime().nullable(),
    closedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "PrivacyRequest" });

const params = z.object({ id: z.uuid() });
const exists = async (ctx: TenantContext, { id }: { id: string }) => {
  await getRequest(ctx, id);
};

function dtoOf({ receivedAt, dueAt, exportedAt, closedAt, ...request }: PrivacyRequest) {
  return {
    ...request,
    receivedAt: receivedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    exportedAt: exportedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
  };
}

export const listRequestsRoute = defineRoute({
  method: "GET",
  path: "/privacy-requests",
  scope: "members:read",
  summary: "What people ask about their data: what waits by its last day, what is closed newest first",
  query: pageQuery.extend({
    state: z.enum(["pending", "closed"]).default("pending"),
    kind: z.enum(REQUEST_KINDS).optional(),
    memberId: z.uuid().optional(),
  }),
  response: z.object({ data: z.array(requestSchema), nextCursor: z.string().nullable() }),
  run: async (ctx, { query: { limit, cursor, ...filter } }) => {
    const { data, nextCursor } = await listRequests(ctx, filter, { limit, cursor });
    return { data: data.map(dtoOf), nextCursor };
  },
});

export const enterRequestRoute = defineRoute({
  method: "POST",
  path: "/privacy-requests",
  whenReadOnly: "allowed",
  scope: "members:write",
  summary: "Enter what somebody asked by letter, mail, phone or in person; the day it came starts the clock",
  body: enterRequestInput,
  response: requestSchema,
  status: 201,
  run: async (ctx, { body }) => dtoOf(await getRequest(ctx, (await enterRequest(ctx, body)).id)),
});

export const getRequestRoute = defineRoute({
  method: "GET",
  path: "/privacy-requests/{id}",
  scope: "members:read",
  summary: "One request",
  params,
  response: requestSchema,
  exists,
  run: async (ctx, { params: { id } }) => dtoOf(await getRequest(ctx, id)),
});

/** What every step of a request has in common. */
const step = {
  method: "POST",
  whenReadOnly: "allowed",
  scope: "members:write",
  params,
  response: requestSchema,
  exists,
} as const;

export const startRequestRoute = defineRoute({
  ...step,
  path: "/privacy-requests/{id}/start",
  summary: "Take a request on",
  run: async (ctx, { params: { id } }) => {
    await startRequest(ctx, id);
    return dtoOf(await getRequest(ctx, id));
  },
});

export const completeRequestRoute = defineRoute({
  ...step,
  path: "/privacy-requests/{id}/complete",
  summary: "Close a request as answered; of an erasure this act erases the person",
  body: completeInput,
  run: async (ctx, { params: { id }, body }) => {
    await completeRequest(ctx, id, body);
    return dtoOf(await getRequest(ctx, id));
  },
});

export const refuseRequestRoute = defineRoute({
  ...step,
  path: "/privacy-requests/{id}/refuse",
  summary: "Close a request without doing what was asked, with the reason",
  body: refuseInput,
  run: async (ctx, { params: { id }, body }) => {
    await refuseRequest(ctx, id, body);
    return dtoOf(await getRequest(ctx, id));
  },
});

export const cancelRequestRoute = defineRoute({
  ...step,
  path: "/privacy-requests/{id}/cancel",
  summary: "Call a request off, for somebody who says so",
  run: async (ctx, { params: { id } }) => {
    await cancelRequest(ctx, id);
    return dtoOf(await getRequest(ctx, id));
  },
});

export const exportPersonRoute = defineRoute({
  method: "POST",
  path: "/members/{id}/export",
  whenReadOnly: "allowed",
  scope: "members:read",
  summary:
    "The person's own data, for machines or as a page to read; for a request of theirs, if it is named",
  params: memberParams,
  query: z.object({ format: z.enum(EXPORT_FORMATS).default("json"), requestId: z.uuid().optional() }),
  response: null,
  raw: { status: 200, type: "application/json" },
  exists: memberExists,
  run: async (ctx, { params: { id }, query: { format, requestId } }) => {
    const file = await exportPerson(ctx, { memberId: id, format, ...(requestId && { requestId }) });
    return new Response(file, {
      headers: { "content-type": EXPORT_TYPES[format], "cache-control": "no-store" },
    });
  },
});
