import "server-only";
import { listMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";

export type FoundPerson = { id: string; name: string; hint: string; isIn: boolean };

/** Members of the tenant who answer to a search, and whether they are in the place already. @throws Refusal `not_allowed` */
export async function searchPeople(
  ctx: TenantContext,
  typed: string,
  place: { communityId: string; groupId?: string },
): Promise<FoundPerson[]> {
  const { data } = await listMembers(ctx, { q: typed }, { limit: 30, sort: "name" });
  const ids = { in: data.map((member) => member.id) };
  const present = place.groupId
    ? await ctx.db.groupMember.findMany({
        where: { groupId: place.groupId, memberId: ids },
        select: { memberId: true },
      })
    : await ctx.db.communityMember.findMany({
        where: { communityId: place.communityId, memberId: ids },
        select: { memberId: true },
      });
  const inside = new Set(present.map((one) => one.memberId));
  return data.map(({ id, name, identifiers }) => ({
    id,
    name,
    hint: identifiers[0]?.value ?? "",
    isIn: inside.has(id),
  }));
}
