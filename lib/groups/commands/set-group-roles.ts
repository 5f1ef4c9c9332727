import "server-only";
import { unsafeChangeRoles } from "@/lib/communities/commands/change-roles";
import type { MembershipRole, PersonOutcome } from "@/lib/communities/types";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canManageGroupMembers } from "../policy";
import { findGroupStanding } from "../queries/find-group-standing";
import { unsafeLockGroup } from "./lock-group";
import { setGroupRole } from "./set-group-role";

/**
 * Names many admins of a room, or takes the role back.
 * @returns what came of each; refused with `not_a_member` or `last_admin` (H4)
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function setGroupRoles(
  ctx: TenantContext,
  people: { groupId: string; memberIds: readonly string[]; role: MembershipRole },
): Promise<PersonOutcome[]> {
  const { groupId, memberIds } = people;
  const standing = await findGroupStanding(ctx, groupId);
  authorize(canManageGroupMembers(ctx.actor, standing));
  const { communityId } = standing;
  return inTransaction(ctx, async (tx) => {
    const { group } = await unsafeLockGroup(tx, { communityId, groupId });
    const seats = await tx.db.groupMember.findMany({
      where: { groupId, memberId: { in: [...memberIds] } },
      select: { memberId: true, role: true },
    });
    const roles = new Map(seats.map(({ memberId, role }) => [memberId, role as MembershipRole]));
    const demoteOne = (memberId: string) => setGroupRole(tx, { groupId, memberId, role: "member" });
    const place = { communityId, groupId, adminCount: group.adminCount, roles, demoteOne };
    return unsafeChangeRoles(tx, place, people);
  });
}
