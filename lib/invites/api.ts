import "server-only";
import { z } from "zod";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { createInvite } from "./commands/create-invite";
import { revokeInvite } from "./commands/revoke-invite";
import { getInviteOutcome, listInvited } from "./queries/list-invited";
import { getInvite, listInvites } from "./queries/list-invites";
import { createInviteInput } from "./schema";

const inviteSchema = z
  .object({
    id: z.uuid(),
    communityId: z.uuid(),
    groupId: z.uuid().nullable(),
    state: z.enum(["open", "revoked", "expired", "used_up"]),
    expiresAt: z.iso.datetime().nullable(),
    maxUses: z.int().nullable(),
    useCount: z.int(),
    approval: z.boolean(),
    createdByMember: z.uuid().nullable().meta({ description: "Who comes by it was invited by this member" }),
    createdAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Invite" });

export const listInvitesRoute = defineRoute({
  method: "GET",
  path: "/invites",
  scope: "communities:read",
  summary: "Invites, newest first",
  query: pageQuery.extend({ communityId: z.uuid().optional(), groupId: z.uuid().optional() }),
  response: z.object({ data: z.array(inviteSchema), nextCursor: z.string().nullable() }),
  run: (ctx, { query }) => listInvites(ctx, query),
});

export const createInviteRoute = defineRoute({
  method: "POST",
  path: "/invites",
  scope: "communities:write",
  summary: "A new invite link; its token is answered this once",
  body: createInviteInput,
  response: inviteSchema.extend({ url: z.url(), token: z.string() }),
  status: 201,
  run: async (ctx, { body }) => {
    const { id, url, token } = await createInvite(ctx, {
      ...body,
      expiresAt: body.expiresAt?.toISOString() ?? null,
    });
    return { ...(await getInvite(ctx, id)), url, token };
  },
});

const inviteParams = z.object({ id: z.uuid() });

export const getInviteRoute = defineRoute({
  method: "GET",
  path: "/invites/{id}",
  scope: "communities:read",
  summary: "One invite, with how many came by it and are still there, and how many wait",
  params: inviteParams,
  response: inviteSchema.extend({ stillIn: z.int(), pending: z.int(), queued: z.int() }),
  run: (ctx, { params: { id } }) => getInviteOutcome(ctx, id),
});

export const listInvitedRoute = defineRoute({
  method: "GET",
  path: "/invites/{id}/members",
  scope: "members:read",
  summary: "Who came into the community by an invite and is still in it",
  params: inviteParams,
  query: pageQuery,
  response: z.object({
    data: z.array(z.object({ memberId: z.uuid(), name: z.string(), joinedAt: z.iso.datetime() })),
    nextCursor: z.string().nullable(),
  }),
  exists: async (ctx, { id }) => void (await getInvite(ctx, id)),
  run: (ctx, { params: { id }, query }) => listInvited(ctx, id, query),
});

export const revokeInviteRoute = defineRoute({
  method: "POST",
  path: "/invites/{id}/revoke",
  whenReadOnly: "allowed",
  scope: "communities:write",
  summary: "Revokes an invite; again changes nothing. With `voidRequests` those who asked by it are refused",
  params: inviteParams,
  body: z.strictObject({ voidRequests: z.boolean().default(false) }),
  response: inviteSchema,
  exists: async (ctx, { id }) => void (await getInvite(ctx, id)),
  run: async (ctx, { params, body }) => {
    await revokeInvite(ctx, { inviteId: params.id, ...body });
    return getInvite(ctx, params.id);
  },
});
