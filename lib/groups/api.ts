import "server-only";
import { z } from "zod";
import { archivedQuery, communityExists, communityParams } from "@/lib/communities/api";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { setGroupArchived } from "./commands/archive-group";
import { createGroup } from "./commands/create-group";
import { deleteGroup } from "./commands/delete-group";
import { moveGroup } from "./commands/move-group";
import { splitGroup } from "./commands/split-group";
import { updateGroup } from "./commands/update-group";
import { findGroupStanding } from "./queries/find-group-standing";
import { getGroup, listGroups } from "./queries/list-groups";
import { listWaiting } from "./queries/list-waiting";
import { groupSchema, queuedPersonSchema } from "./response-schema";
import { createGroupFields, splitGroupFields, updateGroupFields } from "./schema";

export const groupParams = z.object({ id: z.uuid() });
/** Refuses with `not_found` before a body is read (api.md §4). */
export const groupExists = async (ctx: TenantContext, { id }: { id: string }): Promise<void> =>
  void (await findGroupStanding(ctx, id));

export const listGroupsRoute = defineRoute({
  method: "GET",
  path: "/communities/{id}/groups",
  scope: "groups:read",
  summary: "Groups of a community in their order; archived ones with `archived=true`",
  params: communityParams,
  query: pageQuery.extend({ archived: archivedQuery }),
  response: z.object({ data: z.array(groupSchema), nextCursor: z.string().nullable() }),
  exists: communityExists,
  run: (ctx, { params, query }) =>
    listGroups(ctx, { ...query, communityId: params.id, archived: query.archived ?? false }),
});

export const createGroupRoute = defineRoute({
  method: "POST",
  path: "/communities/{id}/groups",
  scope: "groups:write",
  summary: "A new group; the key's user is its first admin",
  params: communityParams,
  body: createGroupFields,
  response: groupSchema,
  status: 201,
  exists: communityExists,
  run: async (ctx, { params, body }) =>
    getGroup(ctx, (await createGroup(ctx, { communityId: params.id, ...body })).id),
});

export const getGroupRoute = defineRoute({
  method: "GET",
  path: "/groups/{id}",
  scope: "groups:read",
  summary: "One group",
  params: groupParams,
  response: groupSchema,
  run: (ctx, { params }) => getGroup(ctx, params.id),
});

export const updateGroupRoute = defineRoute({
  method: "PATCH",
  path: "/groups/{id}",
  scope: "groups:write",
  summary: "Changes what is given; `archived` archives or restores",
  params: groupParams,
  body: updateGroupFields.extend({ archived: z.boolean().optional() }),
  response: groupSchema,
  exists: groupExists,
  run: (ctx, { params, body: { archived, ...fields } }) =>
    inTransaction(ctx, async (tx) => {
      const groupId = params.id;
      if (archived === false) await setGroupArchived(tx, { groupId, archived });
      if (Object.keys(fields).length > 0) await updateGroup(tx, { groupId, ...fields });
      if (archived === true) await setGroupArchived(tx, { groupId, archived });
      return getGroup(tx, groupId);
    }),
});

export const moveGroupRoute = defineRoute({
  method: "POST",
  path: "/groups/{id}/move",
  scope: "groups:write",
  summary: "Moves a group with its people, messages and invites to another community; all or nothing",
  params: groupParams,
  body: z.strictObject({ communityId: z.uuid() }),
  response: groupSchema,
  exists: groupExists,
  run: async (ctx, { params, body }) => {
    await moveGroup(ctx, { groupId: params.id, ...body });
    return getGroup(ctx, params.id);
  },
});

export const listWaitingRoute = defineRoute({
  method: "GET",
  path: "/groups/{id}/waiting",
  scope: "members:read",
  summary: "Who waits for a place in a full group with overflow, first come first",
  params: groupParams,
  query: pageQuery,
  response: z.object({ data: z.array(queuedPersonSchema), nextCursor: z.string().nullable() }),
  exists: groupExists,
  run: (ctx, { params, query }) => listWaiting(ctx, params.id, query),
});

export const splitGroupRoute = defineRoute({
  method: "POST",
  path: "/groups/{id}/split",
  scope: "groups:write",
  summary: "Splits a group in two, neighbours together; its admins administer both. Answers the new group",
  params: groupParams,
  body: splitGroupFields,
  response: groupSchema,
  status: 201,
  exists: groupExists,
  run: async (ctx, { params, body }) =>
    getGroup(ctx, (await splitGroup(ctx, { groupId: params.id, ...body })).id),
});

export const deleteGroupRoute = defineRoute({
  method: "DELETE",
  path: "/groups/{id}",
  scope: "groups:write",
  summary: "Deletes a group with its messages; its people stay in the community",
  params: groupParams,
  response: null,
  run: (ctx, { params }) => deleteGroup(ctx, { groupId: params.id }),
});
