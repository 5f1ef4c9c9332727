import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canManageMemberships } from "../policy";
import { findStanding } from "../queries/find-standing";
import type { MembershipRole, PersonOutcome } from "../types";
import { unsafeChangeRoles } from "./change-roles";
import { unsafeLockCommunity } from "./lock-community";
import { setCommunityRole } from "./set-community-role";

/**
 * Names many admins of a community, or takes the role back.
 * @returns what came of each; refused with `not_a_member` or `last_admin` (H4)
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function setCommunityRoles(
  ctx: TenantContext,
  people: { communityId: string; memberIds: readonly string[]; role: MembershipRole },
): Promise<PersonOutcome[]> {
  const { communityId, memberIds } = people;
  authorize(canManageMemberships(ctx.actor, await findStanding(ctx, communityId)));
  return inTransaction(ctx, async (tx) => {
    const { adminCount } = await unsafeLockCommunity(tx, communityId);
    const rows = await tx.db.communityMember.findMany({
      where: { communityId, memberId: { in: [...memberIds] } },
      select: { memberId: true, role: true },
    });
    const roles = new Map(rows.map(({ memberId, role }) => [memberId, role as MembershipRole]));
    const demoteOne = (memberId: string) => setCommunityRole(tx, { communityId, memberId, role: "member" });
    return unsafeChangeRoles(tx, { communityId, groupId: null, adminCount, roles, demoteOne }, people);
  });
}
