import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { recordMembership } from "@/lib/communities/commands/admit";
import { unsafeHandOver } from "@/lib/communities/commands/hand-over";
import { leavesNoAdmin } from "@/lib/communities/rules";
import type { MembershipRole } from "@/lib/communities/types";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { canManageGroupMembers } from "../policy";
import { findGroupStanding } from "../queries/find-group-standing";
import type { GroupMemberInput } from "./leave-group";
import { unsafeLockGroup } from "./lock-group";

/**
 * Names an admin of a room, or takes the role back. The same role again changes nothing.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `not_a_member`, `last_admin` (H4)
 */
export async function setGroupRole(
  ctx: TenantContext,
  { groupId, memberId, role }: GroupMemberInput & { role: MembershipRole },
): Promise<void> {
  const standing = await findGroupStanding(ctx, groupId);
  authorize(canManageGroupMembers(ctx.actor, standing));
  const { communityId } = standing;
  return inTransaction(ctx, async (tx) => {
    const { group } = await unsafeLockGroup(tx, { communityId, groupId });
    const seat = await tx.db.groupMember.findFirst({ where: { groupId, memberId }, select: { role: true } });
    if (!seat) throw new Refusal("not_a_member");
    if (seat.role === role) return;
    if (role === "member" && leavesNoAdmin(group.adminCount, 1))
      await unsafeHandOver(tx, { communityId, groupId, name: group.name }, memberId);
    await tx.db.groupMember.updateMany({ where: { groupId, memberId }, data: { role } });
    const adminCount = { increment: role === "admin" ? 1 : -1 };
    await tx.db.group.updateMany({ where: { id: groupId }, data: { adminCount } });
    const event = role === "admin" ? "promoted" : "demoted";
    await recordMembership(tx, { communityId, groupId, memberId, event });
    await recordAudit(tx, {
      action: "group.role_changed",
      subjectKind: "member",
      subjectId: memberId,
      details: { communityId, groupId },
      before: { role: seat.role },
      after: { role },
    });
  });
}
