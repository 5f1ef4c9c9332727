import "server-only";
import { memberCommunityIds } from "@/lib/members/queries/member-community-ids";
import type { TenantContext } from "@/lib/platform/context";

/** Communities and groups by id: the name of what is there, and whether it exists for the actor. */
export type Places = ReadonlyMap<string, { name: string; isKnown: boolean }>;

/** Looks up what filters name, in one statement for communities and one for groups; an id without an entry is gone. */
export async function findPlaces(ctx: TenantContext, ids: readonly string[]): Promise<Places> {
  if (ids.length === 0) return new Map();
  const where = { id: { in: [...new Set(ids)] } };
  const [reach, communities, groups] = await Promise.all([
    memberCommunityIds(ctx),
    ctx.db.community.findMany({ where, select: { id: true, name: true } }),
    ctx.db.group.findMany({ where, select: { id: true, name: true, communityId: true } }),
  ]);
  const isKnown = (communityId: string) => reach === null || reach.includes(communityId);
  return new Map([
    ...communities.map(({ id, name }) => [id, { name, isKnown: isKnown(id) }] as const),
    ...groups.map(({ id, name, communityId }) => [id, { name, isKnown: isKnown(communityId) }] as const),
  ]);
}
