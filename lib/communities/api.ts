import "server-only";
import { z } from "zod";
import { inTransaction } from "@/lib/platform/context";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { setCommunityArchived } from "./commands/archive-community";
import { createCommunity } from "./commands/create-community";
import { deleteCommunity } from "./commands/delete-community";
import { updateCommunity } from "./commands/update-community";
import { findStanding } from "./queries/find-standing";
import { getCommunity, listCommunities } from "./queries/list-communities";
import { communitySchema } from "./response-schema";
import { createCommunityInput, updateCommunityFields } from "./schema";

export const communityParams = z.object({ id: z.uuid() });
/** Refuses with `not_found` before a body is read (api.md §4). */
export const communityExists = async (
  ctx: Parameters<typeof findStanding>[0],
  { id }: { id: string },
): Promise<void> => void (await findStanding(ctx, id));

export const archivedQuery = z
  .enum(["true", "false"])
  .optional()
  .transform((value) => (value === undefined ? undefined : value === "true"));

export const listCommunitiesRoute = defineRoute({
  method: "GET",
  path: "/communities",
  scope: "communities:read",
  summary: "Communities, newest first; archived ones with `archived=true`",
  query: pageQuery.extend({ archived: archivedQuery }),
  response: z.object({ data: z.array(communitySchema), nextCursor: z.string().nullable() }),
  run: (ctx, { query }) => listCommunities(ctx, { ...query, archived: query.archived ?? false }),
});

export const createCommunityRoute = defineRoute({
  method: "POST",
  path: "/communities",
  scope: "communities:write",
  summary: "A new community; the key's user is its first admin",
  body: createCommunityInput,
  response: communitySchema,
  status: 201,
  run: async (ctx, { body }) => getCommunity(ctx, (await createCommunity(ctx, body)).id),
});

export const getCommunityRoute = defineRoute({
  method: "GET",
  path: "/communities/{id}",
  scope: "communities:read",
  summary: "One community",
  params: communityParams,
  response: communitySchema,
  run: (ctx, { params }) => getCommunity(ctx, params.id),
});

export const updateCommunityRoute = defineRoute({
  method: "PATCH",
  path: "/communities/{id}",
  scope: "communities:write",
  summary: "Changes what is given; `archived` archives or restores",
  params: communityParams,
  body: updateCommunityFields.extend({ archived: z.boolean().optional() }),
  response: communitySchema,
  exists: communityExists,
  run: (ctx, { params, body: { archived, ...fields } }) =>
    inTransaction(ctx, async (tx) => {
      const communityId = params.id;
      if (archived === false) await setCommunityArchived(tx, { communityId, archived });
      if (Object.keys(fields).length > 0) await updateCommunity(tx, { communityId, ...fields });
      if (archived === true) await setCommunityArchived(tx, { communityId, archived });
      return getCommunity(tx, communityId);
    }),
});

export const deleteCommunityRoute = defineRoute({
  method: "DELETE",
  path: "/communities/{id}",
  scope: "communities:write",
  summary: "Deletes a community with its groups, memberships and messages",
  params: communityParams,
  response: null,
  run: (ctx, { params }) => deleteCommunity(ctx, { communityId: params.id }),
});
