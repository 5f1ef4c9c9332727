import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { Places } from "../types";

export const NO_PLACES: Places = {
  grantedCommunityIds: [],
  administeredCommunityIds: [],
  communityIds: [],
  administeredGroupIds: [],
  groupIds: [],
};

/**
 * The communities and groups that a member record is tied to, cut to some communities if any are named. The caller answers
 * for who is told.
 */
export async function systemFindSeats(
  { db }: Pick<TenantContext, "db">,
  memberId: string,
  reach: readonly string[] | null,
): Promise<Omit<Places, "grantedCommunityIds">> {
  const where = { memberId, ...(reach && { communityId: { in: [...reach] } }) };
  const [communities, groups] = await Promise.all([
    db.communityMember.findMany({
      where,
      select: { communityId: true, role: true },
      orderBy: { communityId: "asc" },
    }),
    db.groupMember.findMany({ where, select: { groupId: true, role: true }, orderBy: { groupId: "asc" } }),
  ]);
  const isAdmin = ({ role }: { role: string }) => role === "admin";
  return {
    administeredCommunityIds: communities.filter(isAdmin).map(({ communityId }) => communityId),
    communityIds: communities.map(({ communityId }) => communityId),
    administeredGroupIds: groups.filter(isAdmin).map(({ groupId }) => groupId),
    groupIds: groups.map(({ groupId }) => groupId),
  };
}
