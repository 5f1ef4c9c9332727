import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { invalidInput } from "@/lib/shared/refusal";
import { canRetireCommunity } from "../policy";
import { findStanding } from "../queries/find-standing";
import { confirmsName } from "../rules";
import { recordPlaceGone } from "./admit";
import { unsafeLockCommunity } from "./lock-community";

/**
 * Deletes a community with its rooms, memberships, invites and messages. In the browser the name must be typed (H6);
 * `typedName` undefined means that the caller has asked in its own way (the API).
 * @throws Refusal `not_found`, `not_allowed`, `invalid_input` at `typedName`
 */
export async function deleteCommunity(
  ctx: TenantContext,
  { communityId, typedName }: { communityId: string; typedName?: string },
): Promise<void> {
  authorize(canRetireCommunity(ctx.actor, await findStanding(ctx, communityId)));
  return inTransaction(ctx, async (tx) => {
    const community = await unsafeLockCommunity(tx, communityId);
    if (typedName !== undefined && !confirmsName(typedName, community.name))
      throw invalidInput({ path: "typedName", code: "name_differs" });
    await recordPlaceGone(tx, { communityId });
    await tx.db.community.deleteMany({ where: { id: communityId } });
    await recordAudit(tx, {
      action: "community.deleted",
      subjectKind: "community",
      subjectId: communityId,
      details: { members: community.memberCount, groups: community.groupCount },
      before: { name: community.name },
    });
  });
}
