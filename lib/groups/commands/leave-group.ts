import "server-only";
import { labelOf, ownMemberId } from "@/lib/communities/actor-rules";
import { unsafeFreePlace } from "@/lib/communities/commands/free-place";
import { unsafeHandOver } from "@/lib/communities/commands/hand-over";
import { leavesNoAdmin } from "@/lib/communities/rules";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { deleteSeat } from "../group-sql";
import { canManageGroupMembers } from "../policy";
import { findGroupStanding } from "../queries/find-group-standing";
import type { LockedGroup } from "../types";
import { unsafeLockGroup } from "./lock-group";

export type GroupMemberInput = { groupId: string; memberId: string };

/**
 * Leaves a room and stays in its community (H3, X12): oneself, or somebody by who manages the room.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `not_a_member`, `last_admin` (H4)
 */
export async function leaveGroup(ctx: TenantContext, { groupId, memberId }: GroupMemberInput): Promise<void> {
  const standing = await findGroupStanding(ctx, groupId);
  if (ownMemberId(ctx.actor) !== memberId) authorize(canManageGroupMembers(ctx.actor, standing));
  return inTransaction(ctx, async (tx) => {
    const { group } = await unsafeLockGroup(tx, { communityId: standing.communityId, groupId });
    if (!(await unsafeLeaveGroup(tx, group, memberId))) throw new Refusal("not_a_member");
  });
}

/**
 * Frees somebody's seat in a room that is held; the caller answers for access. @returns whether they sat there
 * @throws Refusal `last_admin` (H4)
 */
export async function unsafeLeaveGroup(
  ctx: TenantContext,
  group: LockedGroup,
  memberId: string,
): Promise<boolean> {
  const { id: groupId, communityId } = group;
  const seat = await ctx.db.groupMember.findFirst({ where: { groupId, memberId }, select: { role: true } });
  if (!seat) return false;
  if (seat.role === "admin" && leavesNoAdmin(group.adminCount, 1))
    await unsafeHandOver(ctx, { communityId, groupId, name: group.name }, memberId);
  const event = ownMemberId(ctx.actor) === memberId ? "left" : "removed";
  await deleteSeat(ctx.db, {
    groupId,
    communityId,
    memberId,
    event,
    actorLabel: labelOf(ctx.actor),
    now: ctx.now,
  });
  await unsafeFreePlace(ctx, communityId);
  return true;
}
