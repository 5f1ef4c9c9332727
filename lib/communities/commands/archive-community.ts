import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canRetireCommunity } from "../policy";
import { findStanding } from "../queries/find-standing";
import { unsafeLockCommunity } from "./lock-community";

/**
 * Archives a community or brings it back (H6): archived it is read-only and hidden, its history stays. Again changes nothing.
 * @throws Refusal `not_found`, `not_allowed`
 */
export async function setCommunityArchived(
  ctx: TenantContext,
  { communityId, archived }: { communityId: string; archived: boolean },
): Promise<void> {
  authorize(canRetireCommunity(ctx.actor, await findStanding(ctx, communityId)));
  return inTransaction(ctx, async (tx) => {
    await unsafeLockCommunity(tx, communityId);
    await tx.db.community.updateMany({
      where: archived ? { id: communityId, archivedAt: null } : { id: communityId },
      data: { archivedAt: archived ? tx.now : null, updatedAt: tx.now },
    });
    const action = archived ? "community.archived" : "community.restored";
    await recordAudit(tx, { action, subjectKind: "community", subjectId: communityId });
  });
}
