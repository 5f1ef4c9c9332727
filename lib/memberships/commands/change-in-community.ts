import "server-only";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { removeCommunityMembers } from "@/lib/communities/commands/remove-community-members";
import { setCommunityRoles } from "@/lib/communities/commands/set-community-roles";
import type { PersonOutcome } from "@/lib/communities/types";
import type { TenantContext } from "@/lib/platform/context";
import type { SeatAction } from "../types";
import { outcomesOfAdding } from "./outcomes-of-adding";

type People = { communityId: string; memberIds: readonly string[] };

/**
 * Adds, removes, promotes or demotes people in one community, in a fixed number of statements (H3, H4, L3, L9, L13).
 * @returns what came of each
 * @throws Refusal what refuses all: `not_found`, `not_allowed`, `not_granted`, `read_only`
 */
export async function changeInCommunity(
  ctx: TenantContext,
  action: SeatAction,
  people: People,
): Promise<PersonOutcome[]> {
  switch (action) {
    case "add": {
      const { communityId, memberIds } = people;
      const rows = await ctx.db.communityMember.findMany({
        where: { communityId, memberId: { in: [...memberIds] } },
        select: { memberId: true },
      });
      const inside = new Set(rows.map(({ memberId }) => memberId));
      return outcomesOfAdding(memberIds, inside, await addCommunityMembers(ctx, people));
    }
    case "remove":
      return await removeCommunityMembers(ctx, people);
    case "promote":
    case "demote":
      return await setCommunityRoles(ctx, { ...people, role: action === "promote" ? "admin" : "member" });
  }
}
