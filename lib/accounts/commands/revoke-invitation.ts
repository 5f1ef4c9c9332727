import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { canInviteStaff } from "../policy";

/** Takes back an invitation that nobody has accepted yet. @throws Refusal `not_allowed`, `not_found`. */
export function revokeInvitation(ctx: TenantContext, invitationId: string): Promise<void> {
  authorize(canInviteStaff(ctx.actor));
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.staffInvitation.updateMany({
      where: { id: invitationId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (count === 0) throw notFound();
    await recordAudit(tx, {
      action: "staff.invitation_revoked",
      subjectKind: "invitation",
      subjectId: invitationId,
    });
  });
}
