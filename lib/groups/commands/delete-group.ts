import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { recordPlaceGone } from "@/lib/communities/commands/admit";
import { unsafeFreePlace } from "@/lib/communities/commands/free-place";
import { confirmsName } from "@/lib/communities/rules";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { invalidInput } from "@/lib/shared/refusal";
import { handFamilyOn, handQueueOn } from "../moving-sql";
import { canEditGroup } from "../policy";
import { findGroupStanding } from "../queries/find-group-standing";
import { unsafeLockGroup } from "./lock-group";

/**
 * Deletes a room with its messages; its people stay in the community (H3). Of an overflow family the oldest other room leads
 * on. In the browser the name must be typed (H6).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_input` at `typedName`
 */
export async function deleteGroup(
  ctx: TenantContext,
  { groupId, typedName }: { groupId: string; typedName?: string },
): Promise<void> {
  const standing = await findGroupStanding(ctx, groupId);
  authorize(canEditGroup(ctx.actor, standing));
  const { communityId } = standing;
  return inTransaction(ctx, async (tx) => {
    const { group, siblings } = await unsafeLockGroup(tx, { communityId, groupId });
    if (typedName !== undefined && !confirmsName(typedName, group.name))
      throw invalidInput({ path: "typedName", code: "name_differs" });
    const [heir] = siblings;
    if (group.overflowOf === null && heir) {
      await handFamilyOn(tx.db, groupId, heir.id);
      await handQueueOn(tx.db, groupId, heir.id);
    }
    await recordPlaceGone(tx, { communityId, groupId });
    await tx.db.group.deleteMany({ where: { id: groupId } });
    const details = { communityId, members: group.memberCount };
    const before = { name: group.name };
    await recordAudit(tx, {
      action: "group.deleted",
      subjectKind: "group",
      subjectId: groupId,
      details,
      before,
    });
    if (!group.archivedAt)
      await tx.db.community.updateMany({
        where: { id: communityId },
        data: { groupCount: { decrement: 1 } },
      });
    await unsafeFreePlace(tx, communityId);
  });
}
