import "server-only";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { findStanding } from "@/lib/communities/queries/find-standing";
import type { MembershipRole } from "@/lib/communities/types";
import type { TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import type { GroupStanding } from "../policy";

/** The actor's own roles in a room and its community, for the policies. @throws Refusal `not_found` for an unknown room */
export async function findGroupStanding(ctx: TenantContext, groupId: string): Promise<GroupStanding> {
  const group = await ctx.db.group.findFirst({ where: { id: groupId }, select: { communityId: true } });
  if (!group) throw notFound();
  const memberId = ownMemberId(ctx.actor);
  const [standing, seat] = await Promise.all([
    findStanding(ctx, group.communityId),
    memberId && ctx.db.groupMember.findFirst({ where: { groupId, memberId }, select: { role: true } }),
  ]);
  return { ...standing, groupId, groupRole: seat ? (seat.role as MembershipRole) : null };
}
