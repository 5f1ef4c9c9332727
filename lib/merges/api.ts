import "server-only";
import { z } from "zod";
import { memberExists, memberParams } from "@/lib/members/api";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { mergeMembers } from "./commands/merge-members";
import { undoMerge } from "./commands/undo-merge";
import { getMerge, listMerges } from "./queries/list-merges";
import { mergeFields } from "./schema";

const mergeSchema = z
  .object({
    id: z.uuid(),
    memberId: z.uuid().meta({ description: "The record that stays" }),
    mergedId: z.uuid().meta({ description: "The record that went into it" }),
    mergedName: z.string(),
    mergedAt: z.iso.datetime(),
    undoneAt: z.iso.datetime().nullable(),
    undoUntil: z.iso.datetime().nullable().meta({ description: "Null when it can no longer be undone" }),
  })
  .meta({ id: "MemberMerge" });
const mergeParams = z.object({ id: z.uuid() });

export const mergeMembersRoute = defineRoute({
  method: "POST",
  path: "/members/{id}/merge",
  scope: "members:write",
  summary: "Makes two records of one person one: `memberId` goes into the one of the address",
  params: memberParams,
  body: mergeFields,
  response: mergeSchema,
  status: 201,
  exists: memberExists,
  run: async (ctx, { params, body }) => {
    const { id } = await mergeMembers(ctx, { intoId: params.id, fromId: body.memberId });
    return getMerge(ctx, id);
  },
});

export const listMergesRoute = defineRoute({
  method: "GET",
  path: "/members/{id}/merges",
  scope: "members:read",
  summary: "The records that went into a person's, newest first",
  params: memberParams,
  response: z.object({ data: z.array(mergeSchema) }),
  exists: memberExists,
  run: async (ctx, { params }) => ({ data: await listMerges(ctx, params.id) }),
});

export const undoMergeRoute = defineRoute({
  method: "POST",
  path: "/member-merges/{id}/undo",
  scope: "members:write",
  summary: "Takes two people apart again that were made one, within 30 days",
  params: mergeParams,
  response: mergeSchema,
  exists: async (ctx, { id }) => void (await getMerge(ctx, id)),
  run: async (ctx, { params }) => {
    await undoMerge(ctx, params.id);
    return getMerge(ctx, params.id);
  },
});
