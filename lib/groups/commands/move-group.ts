import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { labelOf } from "@/lib/communities/actor-rules";
import { unsafeAdmit } from "@/lib/communities/commands/admit";
import { unsafeCountOut } from "@/lib/communities/commands/count-out";
import { unsafeFreePlace } from "@/lib/communities/commands/free-place";
import { unsafeLockOpenCommunity } from "@/lib/communities/commands/lock-community";
import { canManageGroups } from "@/lib/communities/policy";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import type { Limits } from "@/lib/tenants/limits";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { factsOfMove, handFamilyOn, leaveOldCommunity, type MoveFacts, moveRoom } from "../moving-sql";
import { findGroupStanding } from "../queries/find-group-standing";
import { checkRoomForGroup } from "./create-group";
import { unsafeLeaveGroup } from "./leave-group";
import type { HeldGroup } from "./lock-group";
import { unsafeLockOpenGroup } from "./lock-group";

export type MoveInput = { groupId: string; communityId: string };

/**
 * Moves a room to another community of the tenant, with its people, messages, invites and history; all or nothing (H5).
 * Members who lose their only tie to the old community leave it; whoever is banned from the new one stays behind. A room
 * that moves leaves its overflow family, whose oldest other room then leads it.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `read_only`, `group_limit_reached` (L2), `community_full` (L3),
 * `last_admin` when all its admins are banned there, `invalid_input` at `communityId`
 */
export async function moveGroup(ctx: TenantContext, { groupId, communityId: to }: MoveInput): Promise<void> {
  const { communityId: from, ...standing } = await findGroupStanding(ctx, groupId);
  authorize(canManageGroups(ctx.actor, { ...standing, communityId: from }));
  await authorizeTarget(ctx, to);
  if (from === to) return;
  const limits = await findLimits(ctx);
  return inTransaction(ctx, async (tx) => {
    // Both in the order of ids: two moves in opposite directions do not wait for each other in a circle.
    for (const id of [from, to].sort()) await unsafeLockOpenCommunity(tx, id);
    const held = await unsafeLockOpenGroup(tx, { communityId: from, groupId });
    const target = await unsafeLockOpenCommunity(tx, to);
    const facts = await factsOfMove(tx.db, { groupId, from, to });
    checkTarget(held, target, facts, limits);
    for (const memberId of facts.banned) await unsafeLeaveGroup(tx, held.group, memberId);
    await unsafeAdmit(tx, target, { memberIds: facts.newcomers, role: "member", limits });
    const [heir] = held.siblings;
    if (held.group.overflowOf === null && heir) await handFamilyOn(tx.db, groupId, heir.id);
    const move = { groupId, from, actorLabel: labelOf(tx.actor), now: tx.now };
    await moveRoom(tx.db, { ...move, to, position: target.groupCount });
    await moveGroupCount(tx, from, to);
    const left = await leaveOldCommunity(tx.db, move);
    await unsafeCountOut(tx, from, { lanes: left });
    for (const id of [from, to]) await unsafeFreePlace(tx, id);
    const leavers = left.reduce((sum, lane) => sum - lane.memberCount, 0);
    await recordAudit(tx, {
      action: "group.moved",
      subjectKind: "group",
      subjectId: groupId,
      communityId: to,
      details: { members: facts.people, left: leavers, stayedBehind: facts.banned.length },
      before: { communityId: from },
      after: { communityId: to },
    });
  });
}

/** The target is named in a body: one that the actor does not know is as one that does not exist (api.md §4). */
async function authorizeTarget(ctx: TenantContext, communityId: string): Promise<void> {
  try {
    authorize(canManageGroups(ctx.actor, await findStanding(ctx, communityId)));
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found")
      throw invalidInput({ path: "communityId", code: "unknown_id" });
    throw error;
  }
}

type Target = { groupCount: number; memberCount: number };

function checkTarget(held: HeldGroup, target: Target, facts: MoveFacts, limits: Limits): void {
  checkRoomForGroup(target, limits);
  if (target.memberCount + facts.newcomers.length > limits.communityMembers)
    throw new Refusal("community_full", { limit: limits.communityMembers });
  if (facts.bannedAdmins > 0 && held.group.adminCount <= facts.bannedAdmins)
    throw new Refusal("last_admin", { name: held.group.name });
}

async function moveGroupCount(ctx: TenantContext, from: string, to: string): Promise<void> {
  await ctx.db.community.updateMany({ where: { id: from }, data: { groupCount: { decrement: 1 } } });
  await ctx.db.community.updateMany({ where: { id: to }, data: { groupCount: { increment: 1 } } });
}
