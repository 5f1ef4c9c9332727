import "server-only";
import { z } from "zod";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { createInvite } from "./commands/create-invite";
import { revokeInvite } from "./commands/revoke-invite";
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
    createdAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Invite" });

export const listInvitesRoute = defineRoute({
  method: "GET",
  path: "/invites",
  scope: "communities:read",
  summary: "Invites, newest first",
  query: pageQuery.extend({ communityId: z.uuid().optional() }),
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

export const revokeInviteRoute = defineRoute({
  method: "POST",
  path: "/invites/{id}/revoke",
  whenReadOnly: "allowed",
  scope: "communities:write",
  summary: "Revokes an invite; again changes nothing",
  params: z.object({ id: z.uuid() }),
  response: inviteSchema,
  exists: async (ctx, { id }) => void (await getInvite(ctx, id)),
  run: async (ctx, { params }) => {
    await revokeInvite(ctx, { inviteId: params.id });
    return getInvite(ctx, params.id);
  },
});
