import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { STAFF_ROLES } from "@/lib/shared/actor";
import { notFound } from "@/lib/shared/refusal";
import { communityExists, communityParams } from "./api";
import { grantCommunity, withdrawGrant } from "./commands/set-community-grants";
import { listGrants } from "./queries/list-grants";

const grantSchema = z
  .object({ staffId: z.uuid(), name: z.string(), role: z.enum(STAFF_ROLES), granted: z.boolean() })
  .meta({ id: "CommunityGrant" });
const grantParams = z.object({ id: z.uuid(), staffId: z.uuid() });

export const listGrantsRoute = defineRoute({
  method: "GET",
  path: "/communities/{id}/grants",
  scope: "communities:read",
  summary: "The marketers and agents of the tenant, and who of them works in a community",
  params: communityParams,
  response: z.object({ data: z.array(grantSchema) }),
  exists: communityExists,
  run: async (ctx, { params }) => ({ data: await listGrants(ctx, params.id) }),
});

export const grantCommunityRoute = defineRoute({
  method: "POST",
  path: "/communities/{id}/grants",
  scope: "communities:write",
  summary: "Let a marketer or agent work in a community",
  params: communityParams,
  body: z.strictObject({ staffId: z.uuid() }),
  response: z.object({ staffId: z.uuid() }),
  status: 201,
  exists: communityExists,
  run: async (ctx, { params, body }) => {
    await grantCommunity(ctx, { communityId: params.id, staffId: body.staffId });
    return { staffId: body.staffId };
  },
});

export const withdrawGrantRoute = defineRoute({
  method: "DELETE",
  path: "/communities/{id}/grants/{staffId}",
  scope: "communities:write",
  summary: "Take the right to work in a community back, at once",
  whenReadOnly: "allowed",
  params: grantParams,
  response: null,
  exists: async (ctx: TenantContext, params) => {
    await communityExists(ctx, params);
    const where = { id: params.staffId };
    if (!(await ctx.db.staff.findFirst({ where, select: { id: true } }))) throw notFound();
  },
  run: (ctx, { params }) => withdrawGrant(ctx, { communityId: params.id, staffId: params.staffId }),
});
