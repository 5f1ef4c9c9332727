import "server-only";
import { z } from "zod";
import { findPlaceStanding } from "@/lib/groups/queries/find-place-standing";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { canAsStaff, communitiesInReach } from "@/lib/tenants/policy";
import { canManageInvites } from "../policy";
import { inviteState } from "../rules";
import type { Invite } from "../types";

const fields = {
  id: true,
  communityId: true,
  groupId: true,
  expiresAt: true,
  maxUses: true,
  useCount: true,
  approval: true,
  createdByMember: true,
  createdAt: true,
  revokedAt: true,
} as const;

/**
 * Invites, newest first, of one community or of all within reach.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor`
 */
export async function listInvites(
  ctx: TenantContext,
  page: {
    communityId?: string | undefined;
    /** Only those of one room of the community; its admins may ask for these. */
    groupId?: string | undefined;
    limit: number;
    cursor?: string | undefined;
  },
): Promise<Page<Invite>> {
  const { communityId, groupId } = page;
  if (communityId !== undefined)
    authorize(
      canManageInvites(ctx.actor, await findPlaceStanding(ctx, { communityId, groupId: groupId ?? null })),
    );
  else if (ctx.actor.kind !== "member") authorize(canAsStaff(ctx.actor, "invites.manage"));
  const reach = communityId === undefined ? communitiesInReach(ctx.actor, "invites.manage") : [communityId];
  const [after] = page.cursor ? decodeCursor(page.cursor, z.tuple([z.uuid()])) : [];
  const rows = await ctx.db.invite.findMany({
    where: {
      ...(reach && { communityId: { in: [...reach] } }),
      ...(groupId !== undefined && { groupId }),
      ...(after !== undefined && { id: { lt: String(after) } }),
    },
    select: fields,
    orderBy: { id: "desc" },
    take: page.limit + 1,
  });
  const { data, nextCursor } = pageOf(rows, page.limit, (row) => [row.id]);
  return { data: data.map((row) => ({ ...row, state: inviteState(row, ctx.now) })), nextCursor };
}

/** One invite. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function getInvite(ctx: TenantContext, id: string): Promise<Invite> {
  const invite = await ctx.db.invite.findFirst({ where: { id }, select: fields });
  if (!invite) throw notFound();
  authorize(canManageInvites(ctx.actor, await findPlaceStanding(ctx, invite)));
  return { ...invite, state: inviteState(invite, ctx.now) };
}
