import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { labelOf, ownMemberId } from "../actor-rules";
import { deleteMembership, leaveAllGroups, lockGroupsOfMember } from "../leaving-sql";
import { canManageMemberships } from "../policy";
import { findStanding } from "../queries/find-standing";
import { leavesNoAdmin } from "../rules";
import { unsafeCountOut } from "./count-out";
import { unsafeHandOver } from "./hand-over";
import { unsafeLockCommunity } from "./lock-community";

export type CommunityMemberInput = { communityId: string; memberId: string };

/**
 * Leaves a community and all its rooms (H3): oneself, or somebody by who manages memberships.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `not_a_member`, `last_admin` (H4, of the community or a room)
 */
export async function leaveCommunity(ctx: TenantContext, input: CommunityMemberInput): Promise<void> {
  const standing = await findStanding(ctx, input.communityId);
  if (ownMemberId(ctx.actor) !== input.memberId) authorize(canManageMemberships(ctx.actor, standing));
  return inTransaction(ctx, (tx) => unsafeLeaveCommunity(tx, input));
}

/**
 * The same inside the caller's transaction, who answers for access (erasure, suspension). The guard holds for every way
 * out (X16): the community's row is locked, so that of two last admins who leave at once one stays.
 * @throws Refusal `not_found`, `not_a_member`, `last_admin`
 */
export async function unsafeLeaveCommunity(ctx: TenantContext, input: CommunityMemberInput): Promise<void> {
  const { communityId, memberId } = input;
  const community = await unsafeLockCommunity(ctx, communityId);
  const membership = await ctx.db.communityMember.findFirst({
    where: { communityId, memberId },
    select: { role: true },
  });
  if (!membership) throw new Refusal("not_a_member");
  const isAdmin = membership.role === "admin";
  if (isAdmin && leavesNoAdmin(community.adminCount, 1))
    await unsafeHandOver(ctx, { communityId, groupId: null, name: community.name }, memberId);
  for (const group of await lockGroupsOfMember(ctx.db, communityId, memberId)) {
    if (group.role === "admin" && leavesNoAdmin(group.adminCount, 1))
      await unsafeHandOver(ctx, { communityId, groupId: group.id, name: group.name }, memberId);
  }
  const leaving = {
    ...input,
    event: ownMemberId(ctx.actor) === memberId ? ("left" as const) : ("removed" as const),
    actorLabel: labelOf(ctx.actor),
    now: ctx.now,
  };
  await leaveAllGroups(ctx.db, leaving);
  const gone = await deleteMembership(ctx.db, leaving);
  if (!gone) return;
  // Who leaves the house does not go on waiting for its rooms.
  await ctx.db.waitingEntry.deleteMany({ where: { communityId, memberId } });
  const lanes = [{ number: gone.lane, memberCount: -1 }];
  await unsafeCountOut(ctx, communityId, { lanes, admins: isAdmin ? -1 : 0 });
}
