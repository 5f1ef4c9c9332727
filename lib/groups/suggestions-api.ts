import "server-only";
import { z } from "zod";
import { communityExists, communityParams } from "@/lib/communities/api";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { approveSuggestion, declineSuggestion } from "./commands/decide-suggestion";
import { suggestGroup } from "./commands/suggest-group";
import { getGroup } from "./queries/list-groups";
import { getSuggestion, listSuggestions } from "./queries/list-suggestions";
import { groupSchema } from "./response-schema";
import { declineFields, suggestGroupFields } from "./schema";

const statusField = z.enum(["pending", "approved", "declined"]);
const suggestionSchema = z
  .object({
    id: z.uuid(),
    communityId: z.uuid(),
    memberId: z.uuid().nullable().meta({ description: "Null where the viewer may not see the person" }),
    memberName: z.string().nullable(),
    name: z.string(),
    description: z.string(),
    status: statusField,
    reason: z.string(),
    groupId: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "GroupSuggestion" });
const params = z.object({ id: z.uuid() });
const suggestionExists = async (ctx: Parameters<typeof getSuggestion>[0], { id }: { id: string }) =>
  void (await getSuggestion(ctx, id));

export const listSuggestionsRoute = defineRoute({
  method: "GET",
  path: "/communities/{id}/group-suggestions",
  scope: "groups:read",
  summary: "Groups that members suggested, oldest first; `status` is `pending` unless given",
  params: communityParams,
  query: pageQuery.extend({ status: statusField.optional() }),
  response: z.object({ data: z.array(suggestionSchema), nextCursor: z.string().nullable() }),
  exists: communityExists,
  run: (ctx, { params: { id }, query: { status, ...page } }) =>
    listSuggestions(ctx, { communityId: id, ...page, ...(status && { status }) }),
});

export const suggestGroupRoute = defineRoute({
  method: "POST",
  path: "/communities/{id}/group-suggestions",
  scope: "groups:write",
  summary: "Suggests a group, in the name of the key's user",
  params: communityParams,
  body: suggestGroupFields,
  response: z.object({ id: z.uuid() }),
  status: 201,
  exists: communityExists,
  run: (ctx, { params: { id }, body }) => suggestGroup(ctx, { communityId: id, ...body }),
});

export const approveSuggestionRoute = defineRoute({
  method: "POST",
  path: "/group-suggestions/{id}/approve",
  scope: "groups:write",
  summary: "Makes the suggested group, led by who suggested it; answers the group",
  params,
  response: groupSchema,
  exists: suggestionExists,
  run: async (ctx, { params: { id } }) => getGroup(ctx, (await approveSuggestion(ctx, id)).id),
});

export const declineSuggestionRoute = defineRoute({
  method: "POST",
  path: "/group-suggestions/{id}/decline",
  scope: "groups:write",
  summary: "Declines a suggested group, with a reason that its author reads",
  params,
  body: declineFields,
  response: suggestionSchema,
  exists: suggestionExists,
  run: async (ctx, { params: { id }, body }) => {
    await declineSuggestion(ctx, { suggestionId: id, ...body });
    return getSuggestion(ctx, id);
  },
});
