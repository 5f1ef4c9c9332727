import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { canManageMemberships } from "../policy";
import { findStanding } from "../queries/find-standing";
import { leavesNoAdmin } from "../rules";
import type { MembershipRole } from "../types";
import { recordMembership } from "./admit";
import { unsafeHandOver } from "./hand-over";
import type { CommunityMemberInput } from "./leave-community";
import { unsafeLockCommunity } from "./lock-community";

/**
 * Names an admin of a community, or takes the role back. The same role again changes nothing.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `not_a_member`, `last_admin` (H4)
 */
export async function setCommunityRole(
  ctx: TenantContext,
  input: CommunityMemberInput & { role: MembershipRole },
): Promise<void> {
  const { communityId, memberId, role } = input;
  authorize(canManageMemberships(ctx.actor, await findStanding(ctx, communityId)));
  return inTransaction(ctx, async (tx) => {
    const community = await unsafeLockCommunity(tx, communityId);
    const current = await tx.db.communityMember.findFirst({
      where: { communityId, memberId },
      select: { role: true },
    });
    if (!current) throw new Refusal("not_a_member");
    if (current.role === role) return;
    if (role === "member" && leavesNoAdmin(community.adminCount, 1))
      await unsafeHandOver(tx, { communityId, groupId: null, name: community.name }, memberId);
    await tx.db.communityMember.updateMany({ where: { communityId, memberId }, data: { role } });
    await tx.db.community.updateMany({
      where: { id: communityId },
      data: { adminCount: { increment: role === "admin" ? 1 : -1 } },
    });
    await recordMembership(tx, {
      communityId,
      memberId,
      event: role === "admin" ? "promoted" : "demoted",
    });
    await recordAudit(tx, {
      action: "community.role_changed",
      subjectKind: "member",
      subjectId: memberId,
      communityId,
      before: { role: current.role },
      after: { role },
    });
  });
}
