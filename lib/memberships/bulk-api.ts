import "server-only";
import { communityExists, communityParams } from "@/lib/communities/api";
import { groupExists, groupParams } from "@/lib/groups/api";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { bulkAnswer, bulkBody, bulkChangeAnswer, bulkChangeFields } from "./bulk-schema";
import { bulkAdd } from "./commands/bulk-add";
import { bulkChange } from "./commands/bulk-change";

export const bulkAddToCommunityRoute = defineRoute({
  method: "POST",
  path: "/communities/{id}/members/bulk",
  scope: "members:write",
  summary: "Brings up to 25,000 people into a community; a refused row never fails the others",
  params: communityParams,
  body: bulkBody,
  response: bulkAnswer,
  exists: communityExists,
  run: (ctx, { params, body }) => bulkAdd(ctx, { communityId: params.id }, body),
});

export const bulkAddToGroupRoute = defineRoute({
  method: "POST",
  path: "/groups/{id}/members/bulk",
  scope: "members:write",
  summary: "Brings up to 25,000 people into a group and its community; a refused row never fails the others",
  params: groupParams,
  body: bulkBody,
  response: bulkAnswer,
  exists: groupExists,
  run: (ctx, { params, body }) => bulkAdd(ctx, { groupId: params.id }, body),
});

export const bulkChangeRoute = defineRoute({
  method: "POST",
  path: "/memberships/bulk",
  scope: "members:write",
  summary:
    "Adds, removes, promotes or demotes people in several groups; a row per person and group, up to 2,000",
  body: bulkChangeFields,
  response: bulkChangeAnswer,
  run: async (ctx, { body }) => {
    const rows = await bulkChange(ctx, body);
    const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
    return { done: count("done"), unchanged: count("unchanged"), refused: count("refused"), rows };
  },
});
