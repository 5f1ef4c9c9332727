import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { findPlaceStanding } from "@/lib/groups/queries/find-place-standing";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { canManageInvites } from "../policy";

/**
 * Revokes an invite: whoever opens the link from now on is told so (H7). Again changes nothing. Requests made through it
 * stay, or go with `voidRequests` (X18).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function revokeInvite(
  ctx: TenantContext,
  { inviteId, voidRequests = false }: { inviteId: string; voidRequests?: boolean },
): Promise<void> {
  const invite = await ctx.db.invite.findFirst({
    where: { id: inviteId },
    select: { communityId: true, groupId: true },
  });
  if (!invite) throw notFound();
  authorize(canManageInvites(ctx.actor, await findPlaceStanding(ctx, invite)));
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.invite.updateMany({
      where: { id: inviteId, revokedAt: null },
      data: { revokedAt: tx.now },
    });
    if (voidRequests)
      await tx.db.joinRequest.updateMany({
        where: { inviteId, status: "pending" },
        data: { status: "refused", decidedAt: tx.now },
      });
    if (count > 0)
      await recordAudit(tx, {
        action: "invite.revoked",
        subjectKind: "invite",
        subjectId: inviteId,
        communityId: invite.communityId,
        details: { groupId: invite.groupId, voidRequests },
      });
  });
}
