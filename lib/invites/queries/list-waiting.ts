import "server-only";
import { listAdministeredCommunityIds } from "@/lib/delivery/queries/list-administered";
import type { TenantContext } from "@/lib/platform/context";
import { communitiesInReach } from "@/lib/tenants/policy";
import type { WaitingCommunity } from "../types";

/** The communities in which people wait to be let in, of those where the actor decides it, most waiting first. */
export async function listWaiting(
  ctx: TenantContext,
  { limit }: { limit: number },
): Promise<WaitingCommunity[]> {
  const reach = communitiesInReach(ctx.actor, "invites.manage");
  const ids = reach && [...reach, ...(await listAdministeredCommunityIds(ctx))];
  if (ids?.length === 0) return [];
  const rows = await ctx.db.joinRequest.groupBy({
    by: ["communityId"],
    where: { status: "pending", ...(ids ? { communityId: { in: ids } } : {}) },
    _count: { _all: true },
    orderBy: { _count: { communityId: "desc" } },
    take: limit,
  });
  const names = await ctx.db.community.findMany({
    where: { id: { in: rows.map(({ communityId }) => communityId) } },
    select: { id: true, name: true },
  });
  return rows.map(({ communityId, _count }) => ({
    communityId,
    name: names.find(({ id }) => id === communityId)?.name ?? "",
    count: _count._all,
  }));
}
