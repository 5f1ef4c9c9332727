import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canRunImports } from "../policy";
import type { CommunityPlaces } from "../types";

/** The communities and groups into which people can be brought. @throws Refusal `not_allowed` */
export async function listPlaces(ctx: TenantContext): Promise<CommunityPlaces[]> {
  authorize(canRunImports(ctx.actor));
  const where = { archivedAt: null };
  const [communities, groups] = await Promise.all([
    ctx.db.community.findMany({
      where,
      select: { id: true, name: true },
      orderBy: { name: "asc" },
      take: 500,
    }),
    ctx.db.group.findMany({
      where,
      select: { id: true, name: true, communityId: true },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      take: 5_000,
    }),
  ]);
  return communities.map((community) => ({
    ...community,
    groups: groups
      .filter(({ communityId }) => communityId === community.id)
      .map(({ id, name }) => ({ id, name })),
  }));
}
