import "server-only";
import { z } from "zod";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import type { InvitedPerson, InviteOutcome } from "../types";
import { getInvite } from "./list-invites";

/**
 * What came of an invite: how many came by it and are still there, and how many wait for an answer or a place (H7).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function getInviteOutcome(ctx: TenantContext, inviteId: string): Promise<InviteOutcome> {
  const invite = await getInvite(ctx, inviteId);
  const [stillIn, pending, queued] = await Promise.all([
    ctx.db.communityMember.count({ where: { inviteId } }),
    ctx.db.joinRequest.count({ where: { inviteId, status: "pending" } }),
    ctx.db.waitingEntry.count({ where: { inviteId } }),
  ]);
  return { ...invite, stillIn, pending, queued };
}

/**
 * Who came into the community by an invite and is still in it. A person shows to those who may see them (P).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor`
 */
export async function listInvited(
  ctx: TenantContext,
  inviteId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<InvitedPerson>> {
  await getInvite(ctx, inviteId);
  const [after] = cursor ? decodeCursor(cursor, z.tuple([z.uuid()])) : [];
  const rows = await ctx.db.communityMember.findMany({
    where: { inviteId, ...(after !== undefined && { memberId: { gt: String(after) } }) },
    select: { memberId: true, joinedAt: true },
    orderBy: { memberId: "asc" },
    take: limit + 1,
  });
  const { data, nextCursor } = pageOf(rows, limit, (row) => [row.memberId]);
  const people = await viewMembers(
    ctx,
    data.map(({ memberId }) => memberId),
  );
  const shown = data.flatMap(({ memberId, joinedAt }) => {
    const person = people.get(memberId);
    return person ? [{ memberId, name: person.name, joinedAt }] : [];
  });
  return { data: shown, nextCursor };
}
