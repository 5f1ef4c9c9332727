import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { communitiesInReach } from "@/lib/tenants/policy";

/**
 * The communities that exist for an actor: a member's own, a marketer's or agent's granted ones; null is all of them.
 * One that is not in the list is answered as one that does not exist (P12, T3).
 */
export async function memberCommunityIds(ctx: TenantContext): Promise<readonly string[] | null> {
  if (ctx.actor.kind !== "member") return communitiesInReach(ctx.actor, "communities.view");
  const rows = await ctx.db.communityMember.findMany({
    where: { memberId: ctx.actor.memberId },
    select: { communityId: true },
  });
  return rows.map(({ communityId }) => communityId);
}
