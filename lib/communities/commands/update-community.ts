import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { AuditValues } from "@/lib/audit/types";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { nullableJson } from "@/lib/platform/db/json";
import { authorize } from "@/lib/shared/decision";
import { givenOnly } from "@/lib/shared/given-only";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { canEditCommunity } from "../policy";
import { findStanding } from "../queries/find-standing";
import { type UpdateCommunityFields, updateCommunityFields } from "../schema";
import { checkIcon, checkTexts } from "./check-texts";
import { unsafeLockOpenCommunity } from "./lock-community";

/**
 * Changes what is given of a community.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `read_only` when archived, `name_too_long`, `invalid_input`
 */
export async function updateCommunity(
  ctx: TenantContext,
  { communityId, ...input }: UpdateCommunityFields & { communityId: string },
): Promise<void> {
  authorize(canEditCommunity(ctx.actor, await findStanding(ctx, communityId)));
  const { icon, ...fields } = updateCommunityFields.parse(input);
  checkTexts(fields, await findLimits(ctx));
  return inTransaction(ctx, async (tx) => {
    await unsafeLockOpenCommunity(tx, communityId);
    await checkIcon(tx, icon);
    const before = await settingsOf(tx, communityId);
    await tx.db.community.updateMany({
      where: { id: communityId },
      data: {
        ...givenOnly(fields),
        ...(icon !== undefined && { icon: nullableJson(icon) }),
        updatedAt: tx.now,
      },
    });
    await recordAudit(tx, {
      action: "community.updated",
      subjectKind: "community",
      subjectId: communityId,
      before,
      after: await settingsOf(tx, communityId),
    });
  });
}

/** What the audit keeps of a community's settings: of its description only how long it is. */
async function settingsOf(ctx: TenantContext, id: string): Promise<AuditValues> {
  const { description, ...settings } = await ctx.db.community.findFirstOrThrow({
    where: { id },
    select: { name: true, description: true, joinMode: true, approvalRequired: true },
  });
  return { ...settings, descriptionLength: description.length };
}
