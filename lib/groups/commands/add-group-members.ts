import "server-only";
import type { MembershipRole } from "@/lib/communities/types";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { refreshStatistics } from "@/lib/platform/db/refresh-statistics";
import { authorize } from "@/lib/shared/decision";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { canManageGroupMembers } from "../policy";
import { findGroupStanding } from "../queries/find-group-standing";
import type { AddedToGroup } from "../types";
import { unsafeAdmitWaiting } from "./admit-waiting";
import { unsafeLockOpenGroup } from "./lock-group";
import { type Seated, unsafeSeatPeople } from "./seat-people";

export type AddGroupMembersInput = { groupId: string; memberIds: readonly string[]; role?: MembershipRole };

/**
 * Adds members to a room, and to its community where they are new (H3), as many as both hold, in a fixed number of
 * statements (L1, L3, L9, L13). With overflow on, a full room's siblings take the rest (L10). Who is in already stays as they
 * are; a row that cannot go in is refused with `unknown_id`, `banned`, `group_full` or `community_full`, alone.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `read_only`
 */
export async function addGroupMembers(
  ctx: TenantContext,
  input: AddGroupMembersInput,
): Promise<AddedToGroup> {
  const standing = await findGroupStanding(ctx, input.groupId);
  authorize(canManageGroupMembers(ctx.actor, standing));
  const result = await inTransaction(ctx, (tx) =>
    unsafeAddGroupMembers(tx, { ...input, communityId: standing.communityId }),
  );
  await refreshStatistics(ctx.db, result.added);
  return result;
}

/** The same inside the caller's transaction, who answers for access (joining by invite). Who waits goes in before (L10). */
export async function unsafeAddGroupMembers(
  ctx: TenantContext,
  { communityId, groupId, ...people }: Omit<AddGroupMembersInput, "role"> & Seated & { communityId: string },
): Promise<AddedToGroup> {
  const limits = await findLimits(ctx);
  const held = await unsafeLockOpenGroup(ctx, { communityId, groupId });
  return unsafeSeatPeople(ctx, await unsafeAdmitWaiting(ctx, held, limits), limits, people);
}
