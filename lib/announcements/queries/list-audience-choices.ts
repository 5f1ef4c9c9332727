import "server-only";
import { listAdministeredCommunityIds } from "@/lib/delivery/queries/list-administered";
import type { TenantContext } from "@/lib/platform/context";
import { communitiesInReach } from "@/lib/tenants/policy";
import type { CommunityChoice } from "../types";

/** The open communities that the actor may send to, with their open groups. */
export async function listAudienceChoices(ctx: TenantContext): Promise<CommunityChoice[]> {
  const reach = communitiesInReach(ctx.actor, "announcements.send");
  const ids = reach && [...reach, ...(await listAdministeredCommunityIds(ctx))];
  const communities = await ctx.db.community.findMany({
    where: { archivedAt: null, ...(ids ? { id: { in: ids } } : {}) },
    select: { id: true, name: true, memberCount: true },
    orderBy: { name: "asc" },
    take: 200,
  });
  const groups = await ctx.db.group.findMany({
    where: { archivedAt: null, communityId: { in: communities.map(({ id }) => id) } },
    select: { id: true, communityId: true, name: true, memberCount: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return communities.map((community) => ({
    ...community,
    groups: groups
      .filter(({ communityId }) => communityId === community.id)
      .map(({ id, name, memberCount }) => ({ id, name, memberCount })),
  }));
}
