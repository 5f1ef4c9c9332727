import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { unsafeFreePlace } from "@/lib/communities/commands/free-place";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { canEditGroup } from "../policy";
import { findGroupStanding } from "../queries/find-group-standing";
import { checkRoomForGroup } from "./create-group";
import { unsafeLockGroup } from "./lock-group";

/**
 * Archives a room or brings it back (H6). An archived room gives its place among the 21 free; coming back needs one (L13).
 * Again changes nothing.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `read_only` in an archived community, `group_limit_reached`
 */
export async function setGroupArchived(
  ctx: TenantContext,
  { groupId, archived }: { groupId: string; archived: boolean },
): Promise<void> {
  const standing = await findGroupStanding(ctx, groupId);
  authorize(canEditGroup(ctx.actor, standing));
  const { communityId } = standing;
  const limits = await findLimits(ctx);
  return inTransaction(ctx, async (tx) => {
    const { community, group } = await unsafeLockGroup(tx, { communityId, groupId });
    if (community.archivedAt) throw new Refusal("read_only");
    if ((group.archivedAt !== null) === archived) return;
    if (!archived) checkRoomForGroup(community, limits);
    const archivedAt = archived ? tx.now : null;
    await tx.db.group.updateMany({ where: { id: groupId }, data: { archivedAt, updatedAt: tx.now } });
    const groupCount = { increment: archived ? -1 : 1 };
    await tx.db.community.updateMany({ where: { id: communityId }, data: { groupCount } });
    await unsafeFreePlace(tx, communityId);
    const action = archived ? "group.archived" : "group.restored";
    await recordAudit(tx, { action, subjectKind: "group", subjectId: groupId, communityId });
  });
}
