import "server-only";
import { z } from "zod";
import { communityExists, communityParams } from "@/lib/communities/api";
import { groupExists, groupParams } from "@/lib/groups/api";
import type { TenantContext } from "@/lib/platform/context";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { notFound } from "@/lib/shared/refusal";
import { nameSuccessor } from "./commands/name-successor";
import { getSuccession } from "./queries/get-succession";

const person = z.object({ memberId: z.uuid(), name: z.string() });
const successionSchema = z
  .object({
    adminCount: z.int(),
    activeAdminCount: z.int(),
    admins: z.array(person.extend({ isActive: z.boolean() })),
    successor: person.nullable(),
  })
  .meta({ id: "Succession" });
const body = z.strictObject({ memberId: z.uuid().nullable() });

export const getCommunitySuccessionRoute = defineRoute({
  method: "GET",
  path: "/communities/{id}/succession",
  scope: "communities:read",
  summary: "Who administers a community, who of them is active, and who takes over when the last one goes",
  params: communityParams,
  response: successionSchema,
  exists: communityExists,
  run: (ctx, { params }) => getSuccession(ctx, { communityId: params.id, groupId: null }),
});

export const nameCommunitySuccessorRoute = defineRoute({
  method: "PATCH",
  path: "/communities/{id}/succession",
  scope: "communities:write",
  summary: "Name who takes over a community when its last admin goes; null: nobody",
  params: communityParams,
  body,
  response: successionSchema,
  exists: communityExists,
  run: (ctx, { params, body: { memberId } }) =>
    name(ctx, { communityId: params.id, groupId: null }, memberId),
});

export const getGroupSuccessionRoute = defineRoute({
  method: "GET",
  path: "/groups/{id}/succession",
  scope: "groups:read",
  summary: "Who administers a group, who of them is active, and who takes over when the last one goes",
  params: groupParams,
  response: successionSchema,
  exists: groupExists,
  run: async (ctx, { params }) => getSuccession(ctx, await placeOfGroup(ctx, params.id)),
});

export const nameGroupSuccessorRoute = defineRoute({
  method: "PATCH",
  path: "/groups/{id}/succession",
  scope: "groups:write",
  summary: "Name who takes over a group when its last admin goes; null: nobody",
  params: groupParams,
  body,
  response: successionSchema,
  exists: groupExists,
  run: async (ctx, { params, body: { memberId } }) => name(ctx, await placeOfGroup(ctx, params.id), memberId),
});

type Place = { communityId: string; groupId: string | null };

async function name(ctx: TenantContext, place: Place, memberId: string | null) {
  await nameSuccessor(ctx, { ...place, memberId });
  return getSuccession(ctx, place);
}

async function placeOfGroup({ db }: TenantContext, groupId: string): Promise<Place> {
  const group = await db.group.findFirst({ where: { id: groupId }, select: { communityId: true } });
  if (!group) throw notFound();
  return { communityId: group.communityId, groupId };
}
