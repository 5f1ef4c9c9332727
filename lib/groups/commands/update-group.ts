import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { AuditValues } from "@/lib/audit/types";
import { checkIcon, checkTexts } from "@/lib/communities/commands/check-texts";
import { unsafeFreePlace } from "@/lib/communities/commands/free-place";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { nullableJson } from "@/lib/platform/db/json";
import { authorize } from "@/lib/shared/decision";
import { givenOnly } from "@/lib/shared/given-only";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { canEditGroup } from "../policy";
import { findGroupStanding } from "../queries/find-group-standing";
import { type UpdateGroupFields, updateGroupFields } from "../schema";
import { unsafeLockOpenGroup } from "./lock-group";

/**
 * Changes what is given of a room.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `read_only` when archived, `name_too_long`, `invalid_input`
 */
export async function updateGroup(
  ctx: TenantContext,
  { groupId, ...input }: UpdateGroupFields & { groupId: string },
): Promise<void> {
  const standing = await findGroupStanding(ctx, groupId);
  authorize(canEditGroup(ctx.actor, standing));
  const { icon, ...fields } = updateGroupFields.parse(input);
  checkTexts(fields, await findLimits(ctx));
  return inTransaction(ctx, async (tx) => {
    const { group } = await unsafeLockOpenGroup(tx, { communityId: standing.communityId, groupId });
    await checkIcon(tx, icon);
    await tx.db.group.updateMany({
      where: { id: groupId },
      data: {
        ...givenOnly(fields),
        ...(icon !== undefined && { icon: nullableJson(icon) }),
        updatedAt: tx.now,
      },
    });
    await unsafeFreePlace(tx, standing.communityId);
    const { name, joinMode, overflow } = group;
    const before = { name, joinMode, overflow };
    await recordAudit(tx, {
      action: "group.updated",
      subjectKind: "group",
      subjectId: groupId,
      communityId: standing.communityId,
      before,
      after: { ...before, ...withoutDescription(fields) },
    });
  });
}

/** Texts of people are not the audit's to keep. */
function withoutDescription({ description: _, ...settings }: Omit<UpdateGroupFields, "icon">): AuditValues {
  return givenOnly(settings);
}
