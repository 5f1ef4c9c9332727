import "server-only";
import type { TenantContext } from "@/lib/platform/context";

export type OwnPlace = { memberId: string; name: string; isIn: boolean };

/** The member record of a signed-in user in the invite's tenant, and whether they are in its place already. */
export async function findOwnPlace(
  ctx: TenantContext,
  userId: string,
  place: { communityId: string; groupId: string | null },
): Promise<OwnPlace | null> {
  const member = await ctx.db.member.findFirst({
    where: { userId, suspendedAt: null },
    select: { id: true, name: true },
  });
  if (!member) return null;
  const { communityId, groupId } = place;
  const select = { memberId: true } as const;
  const seat = groupId
    ? await ctx.db.groupMember.findFirst({ where: { groupId, memberId: member.id }, select })
    : await ctx.db.communityMember.findFirst({ where: { communityId, memberId: member.id }, select });
  return { memberId: member.id, name: member.name, isIn: seat !== null };
}
