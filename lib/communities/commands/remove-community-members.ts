import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { refusedCodes } from "@/lib/platform/refused-alone";
import { authorize } from "@/lib/shared/decision";
import { labelOf, ownMemberId } from "../actor-rules";
import { deleteMemberships, leaveAllGroupsAtOnce, lockGroupsOfMany } from "../leaving-sql";
import { canManageMemberships } from "../policy";
import { findStanding } from "../queries/find-standing";
import { lastAmong, outcomesOf } from "../rules";
import type { Lane, LockedCommunity, PersonOutcome } from "../types";
import { unsafeCountOut } from "./count-out";
import { unsafeLeaveCommunity } from "./leave-community";
import { unsafeLockCommunity } from "./lock-community";

type People = { communityId: string; memberIds: readonly string[] };

/**
 * Takes people out of a community and all its rooms (H3), in a fixed number of statements; whoever would leave a place without
 * an admin goes last, through the guard of the single one (H4, X16).
 * @returns what came of each; refused with `not_a_member` or `last_admin`
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function removeCommunityMembers(ctx: TenantContext, people: People): Promise<PersonOutcome[]> {
  authorize(canManageMemberships(ctx.actor, await findStanding(ctx, people.communityId)));
  return inTransaction(ctx, async (tx) => {
    const community = await unsafeLockCommunity(tx, people.communityId);
    const guarded = await guardedAmong(tx, community, people.memberIds);
    const others = people.memberIds.filter((id) => !guarded.has(id));
    const done = await removeAtOnce(tx, people.communityId, others);
    const refused = await refusedCodes(tx, [...guarded], (memberId) =>
      unsafeLeaveCommunity(tx, { communityId: people.communityId, memberId }),
    );
    for (const id of guarded) if (!refused.has(id)) done.add(id);
    return outcomesOf(people.memberIds, { done, refused });
  });
}

/** Who of them would be the last admin to leave the community or a room of it. */
async function guardedAmong(
  tx: TenantContext,
  community: LockedCommunity,
  memberIds: readonly string[],
): Promise<Set<string>> {
  const admins = await tx.db.communityMember.findMany({
    where: { communityId: community.id, memberId: { in: [...memberIds] }, role: "admin" },
    select: { memberId: true },
    orderBy: { memberId: "asc" },
  });
  const groups = await lockGroupsOfMany(tx.db, community.id, memberIds);
  const last = [
    lastAmong(
      admins.map(({ memberId }) => memberId),
      community.adminCount,
    ),
    ...groups.map((group) => lastAmong(group.admins, group.adminCount)),
  ];
  return new Set(last.filter((id) => id !== null));
}

async function removeAtOnce(tx: TenantContext, communityId: string, memberIds: readonly string[]) {
  const leaving = {
    communityId,
    memberIds,
    ownId: ownMemberId(tx.actor),
    actorLabel: labelOf(tx.actor),
    now: tx.now,
  };
  await leaveAllGroupsAtOnce(tx.db, leaving);
  const gone = await deleteMemberships(tx.db, leaving);
  // Who leaves the house does not go on waiting for its rooms.
  await tx.db.waitingEntry.deleteMany({ where: { communityId, memberId: { in: [...memberIds] } } });
  const lanes = new Map<number, Lane>();
  for (const { lane } of gone)
    lanes.set(lane, { number: lane, memberCount: (lanes.get(lane)?.memberCount ?? 0) - 1 });
  const admins = -gone.filter(({ role }) => role === "admin").length;
  await unsafeCountOut(tx, communityId, { lanes: [...lanes.values()], admins });
  return new Set(gone.map(({ memberId }) => memberId));
}
