import "server-only";
import { communityExists, communityParams } from "@/lib/communities/api";
import { groupExists, groupParams } from "@/lib/groups/api";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { bulkAnswer, bulkBody } from "./bulk-schema";
import { bulkAdd } from "./commands/bulk-add";

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
