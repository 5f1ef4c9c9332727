import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { unsafeLeaveCommunity } from "@/lib/communities/commands/leave-community";
import { canManageMembers } from "@/lib/members/policy";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";

/**
 * Takes a person out of every community and deletes them with their identifiers and what hangs on them; counts and the
 * audit skeleton stay.
 * @throws Refusal `not_found`, `not_allowed`, `last_admin` where nobody else leads (H4).
 */
export async function deleteMember(ctx: TenantContext, memberId: string): Promise<void> {
  authorize(canManageMembers(ctx.actor));
  await inTransaction(ctx, async (tx) => {
    const member = await tx.db.member.findFirst({ where: { id: memberId }, select: { id: true } });
    if (!member) throw notFound();
    const memberships = await tx.db.communityMember.findMany({
      where: { memberId },
      select: { communityId: true },
      orderBy: { communityId: "asc" },
    });
    for (const { communityId } of memberships) await unsafeLeaveCommunity(tx, { communityId, memberId });
    await tx.db.member.deleteMany({ where: { id: memberId } });
    await recordAudit(tx, { action: "member.deleted", subjectKind: "member", subjectId: memberId });
  });
}
