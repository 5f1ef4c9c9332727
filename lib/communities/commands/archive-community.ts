import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { assertWithinPlan, placesWithinPlan } from "@/lib/plans/plan-limits";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canRetireCommunity } from "../policy";
import { findStanding } from "../queries/find-standing";
import { unsafeFreePlace } from "./free-place";
import { unsafeLockCommunity } from "./lock-community";

/**
 * Archives a community or brings it back (H6): archived it is read-only and hidden, its history stays. Again changes nothing.
 * @throws Refusal `not_found`, `not_allowed`, `plan_limit_reached` (B5)
 */
export async function setCommunityArchived(
  ctx: TenantContext,
  { communityId, archived }: { communityId: string; archived: boolean },
): Promise<void> {
  authorize(canRetireCommunity(ctx.actor, await findStanding(ctx, communityId)));
  return inTransaction(ctx, async (tx) => {
    // The tenant before the community, as whoever brings a new person in does: the other way round both would wait.
    if (!archived) await placesWithinPlan(tx, "communities");
    await unsafeLockCommunity(tx, communityId);
    const { count } = await tx.db.community.updateMany({
      where: { id: communityId, archivedAt: archived ? null : { not: null } },
      data: { archivedAt: archived ? tx.now : null, updatedAt: tx.now },
    });
    if (count === 0) return;
    if (!archived) await assertWithinPlan(tx, "communities", 0);
    await unsafeFreePlace(tx, communityId);
    const action = archived ? "community.archived" : "community.restored";
    await recordAudit(tx, { action, subjectKind: "community", subjectId: communityId });
  });
}
