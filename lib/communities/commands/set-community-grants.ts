import "server-only";
import { unsafeSetCommunityStaff } from "@/lib/accounts/commands/set-community-staff";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canManageGrants } from "../policy";
import { findStanding } from "../queries/find-standing";
import { unsafeLockCommunity } from "./lock-community";

/**
 * Sets which marketers and agents work in a community: by whoever administers it, member or staff (R3), or by owner and
 * admin. A right that is delegated, never implied; what is taken back is gone at once (R7).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_input` at `staffIds` (`unknown_id`, `role_needs_no_grant`)
 */
export async function setCommunityGrants(
  ctx: TenantContext,
  input: { communityId: string; staffIds: readonly string[] },
): Promise<void> {
  await change(ctx, input.communityId, () => input.staffIds);
}

/** Lets one more person of the team work there; again changes nothing. @throws Refusal as `setCommunityGrants` */
export async function grantCommunity(
  ctx: TenantContext,
  { communityId, staffId }: { communityId: string; staffId: string },
): Promise<void> {
  await change(ctx, communityId, (present) => [...present, staffId]);
}

/** Takes the right of one person back; again changes nothing. @throws Refusal as `setCommunityGrants` */
export async function withdrawGrant(
  ctx: TenantContext,
  { communityId, staffId }: { communityId: string; staffId: string },
): Promise<void> {
  await change(ctx, communityId, (present) => present.filter((id) => id !== staffId));
}

async function change(
  ctx: TenantContext,
  communityId: string,
  wanted: (present: readonly string[]) => readonly string[],
): Promise<void> {
  authorize(canManageGrants(ctx.actor, await findStanding(ctx, communityId)));
  await inTransaction(ctx, async (tx) => {
    // Held, so that two who add one person each at the same time add both.
    await unsafeLockCommunity(tx, communityId);
    const grants = await tx.db.staffGrant.findMany({ where: { communityId }, select: { staffId: true } });
    const staffIds = wanted(grants.map(({ staffId }) => staffId));
    const { before, after } = await unsafeSetCommunityStaff(tx, { communityId, staffIds });
    await recordAudit(tx, {
      action: "community.grants_set",
      subjectKind: "community",
      subjectId: communityId,
      before: { staffIds: before },
      after: { staffIds: after },
    });
  });
}
