import "server-only";
import type { Icon } from "@/lib/communities/types";
import type { TenantContext } from "@/lib/platform/context";
import { isInSight } from "@/lib/shared/actor";

export type OwnCommunity = { id: string; name: string; icon: Icon | null };

/** The communities among these that a member is in, by id. */
export async function ownCommunities(
  ctx: TenantContext,
  memberId: string,
  ids: readonly string[],
): Promise<Map<string, OwnCommunity>> {
  const mine = await ctx.db.communityMember.findMany({
    where: { memberId, communityId: { in: [...new Set(ids)].filter((id) => isInSight(ctx.actor, id)) } },
    select: { communityId: true },
  });
  const houses = await ctx.db.community.findMany({
    where: { id: { in: mine.map(({ communityId }) => communityId) } },
    select: { id: true, name: true, icon: true },
  });
  return new Map(houses.map((house) => [house.id, { ...house, icon: house.icon as Icon | null }]));
}
