import "server-only";
import { z } from "zod";
import { communityExists, communityParams } from "@/lib/communities/api";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { leaveCommunity } from "@/lib/communities/commands/leave-community";
import { setCommunityRole } from "@/lib/communities/commands/set-community-role";
import { roleField } from "@/lib/communities/schema";
import { groupExists, groupParams } from "@/lib/groups/api";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { leaveGroup } from "@/lib/groups/commands/leave-group";
import { setGroupRole } from "@/lib/groups/commands/set-group-role";
import { whoIsSeen } from "@/lib/members/queries/who-is-seen";
import type { TenantContext } from "@/lib/platform/context";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { notFound } from "@/lib/shared/refusal";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { listCommunityMembers, listGroupMembers } from "./queries/list-memberships";
import { refuseSingle } from "./single-rules";

const membershipSchema = z.object({ memberId: z.uuid(), role: roleField }).meta({ id: "Membership" });
const listSchema = z.object({ data: z.array(membershipSchema), nextCursor: z.string().nullable() });
const addBody = z.strictObject({ memberId: z.uuid(), role: roleField.default("member") });
const roleBody = z.strictObject({ role: roleField });
const memberParams = z.object({ id: z.uuid(), memberId: z.uuid() });

/** Somebody of whom the asking person may not know is as nobody (P12). */
async function memberExists(ctx: TenantContext, memberId: string): Promise<void> {
  const known = await ctx.db.member.findFirst({ where: { id: memberId }, select: { id: true } });
  if (!known || !(await whoIsSeen(ctx, [memberId]))(memberId)) throw notFound();
}
const communityMemberExists = async (ctx: TenantContext, params: z.output<typeof memberParams>) => {
  await communityExists(ctx, params);
  await memberExists(ctx, params.memberId);
};
const groupMemberExists = async (ctx: TenantContext, params: z.output<typeof memberParams>) => {
  await groupExists(ctx, params);
  await memberExists(ctx, params.memberId);
};
const slim = <Row extends { memberId: string; role: string }>(page: {
  data: Row[];
  nextCursor: string | null;
}) => ({
  data: page.data.map(({ memberId, role }) => ({ memberId, role })),
  nextCursor: page.nextCursor,
});

export const listCommunityMembersRoute = defineRoute({
  method: "GET",
  path: "/communities/{id}/members",
  scope: "members:read",
  summary: "Who is in a community",
  params: communityParams,
  query: pageQuery,
  response: listSchema,
  exists: communityExists,
  run: async (ctx, { params, query }) => slim(await listCommunityMembers(ctx, params.id, query)),
});

export const addCommunityMemberRoute = defineRoute({
  method: "POST",
  path: "/communities/{id}/members",
  scope: "members:write",
  summary: "Adds a member to a community",
  params: communityParams,
  body: addBody,
  response: membershipSchema,
  status: 201,
  exists: communityExists,
  run: async (ctx, { params, body }) => {
    const { memberId, role } = body;
    const added = await addCommunityMembers(ctx, { communityId: params.id, memberIds: [memberId], role });
    refuseSingle(added, await findLimits(ctx));
    return body;
  },
});

export const setCommunityRoleRoute = defineRoute({
  method: "PATCH",
  path: "/communities/{id}/members/{memberId}",
  scope: "members:write",
  summary: "Names an admin of a community, or takes the role back",
  params: memberParams,
  body: roleBody,
  response: membershipSchema,
  exists: communityMemberExists,
  run: async (ctx, { params, body }) => {
    await setCommunityRole(ctx, { communityId: params.id, memberId: params.memberId, ...body });
    return { memberId: params.memberId, ...body };
  },
});

export const removeCommunityMemberRoute = defineRoute({
  method: "DELETE",
  path: "/communities/{id}/members/{memberId}",
  whenReadOnly: "allowed",
  scope: "members:write",
  summary: "Takes a member out of a community and all its groups",
  params: memberParams,
  response: null,
  exists: communityMemberExists,
  run: (ctx, { params }) => leaveCommunity(ctx, { communityId: params.id, memberId: params.memberId }),
});

export const listGroupMembersRoute = defineRoute({
  method: "GET",
  path: "/groups/{id}/members",
  scope: "members:read",
  summary: "Who is in a group",
  params: groupParams,
  query: pageQuery,
  response: listSchema,
  exists: groupExists,
  run: async (ctx, { params, query }) => slim(await listGroupMembers(ctx, params.id, query)),
});

export const addGroupMemberRoute = defineRoute({
  method: "POST",
  path: "/groups/{id}/members",
  scope: "members:write",
  summary: "Adds a member to a group, and to its community where new; answers the group that took them in",
  params: groupParams,
  body: addBody,
  response: z.object({ groupId: z.uuid(), overflowed: z.boolean() }),
  status: 201,
  exists: groupExists,
  run: async (ctx, { params, body }) => {
    const { memberId, role } = body;
    const added = await addGroupMembers(ctx, { groupId: params.id, memberIds: [memberId], role });
    refuseSingle(added, await findLimits(ctx));
    const groupId = added.placed[0]?.groupId ?? params.id;
    return { groupId, overflowed: groupId !== params.id };
  },
});

export const setGroupRoleRoute = defineRoute({
  method: "PATCH",
  path: "/groups/{id}/members/{memberId}",
  scope: "members:write",
  summary: "Names an admin of a group, or takes the role back",
  params: memberParams,
  body: roleBody,
  response: membershipSchema,
  exists: groupMemberExists,
  run: async (ctx, { params, body }) => {
    await setGroupRole(ctx, { groupId: params.id, memberId: params.memberId, ...body });
    return { memberId: params.memberId, ...body };
  },
});

export const removeGroupMemberRoute = defineRoute({
  method: "DELETE",
  path: "/groups/{id}/members/{memberId}",
  whenReadOnly: "allowed",
  scope: "members:write",
  summary: "Takes a member out of a group; the community keeps them",
  params: memberParams,
  response: null,
  exists: groupMemberExists,
  run: (ctx, { params }) => leaveGroup(ctx, { groupId: params.id, memberId: params.memberId }),
});
