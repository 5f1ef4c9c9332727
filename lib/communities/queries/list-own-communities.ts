import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { isInSight } from "@/lib/shared/actor";
import type { Icon, MembershipRole } from "../types";

export type OwnCommunity = {
  id: string;
  name: string;
  icon: Icon | null;
  role: MembershipRole;
  joinedAt: Date;
};

/** The communities a member is in, by name; none for everybody else. */
export async function listOwnCommunities(ctx: TenantContext): Promise<OwnCommunity[]> {
  if (ctx.actor.kind !== "member") return [];
  const memberships = await ctx.db.communityMember.findMany({
    where: { memberId: ctx.actor.memberId },
    select: { communityId: true, role: true, joinedAt: true },
  });
  const seen = memberships.filter(({ communityId }) => isInSight(ctx.actor, communityId));
  const mine = new Map(seen.map((membership) => [membership.communityId, membership]));
  const communities = await ctx.db.community.findMany({
    where: { id: { in: [...mine.keys()] } },
    select: { id: true, name: true, icon: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return communities.flatMap(({ id, name, icon }) => {
    const membership = mine.get(id);
    if (!membership) return [];
    const { role, joinedAt } = membership;
    return [{ id, name, icon: icon as Icon | null, role: role as MembershipRole, joinedAt }];
  });
}
