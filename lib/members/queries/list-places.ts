import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { Place } from "../types";
import { memberCommunityIds } from "./member-community-ids";

/** Communities with their groups, by name, as far as the actor knows them: the filters of lists. */
export async function listPlaces(ctx: TenantContext): Promise<Place[]> {
  const ids = await memberCommunityIds(ctx);
  const known = ids === null ? {} : { id: { in: [...ids] } };
  const communities = await ctx.db.community.findMany({
    where: { archivedAt: null, ...known },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
  });
  const groups = await ctx.db.group.findMany({
    where: { communityId: { in: communities.map(({ id }) => id) }, archivedAt: null },
    select: { id: true, name: true, communityId: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return communities.map(({ id, name }) => ({
    id,
    name,
    groups: groups
      .filter((group) => group.communityId === id)
      .map((group) => ({ id: group.id, name: group.name })),
  }));
}
