import "server-only";
import { unsafeAdmit } from "@/lib/communities/commands/admit";
import { unsafeCountOut } from "@/lib/communities/commands/count-out";
import { unsafeLockCommunity } from "@/lib/communities/commands/lock-community";
import { setCommunityRole } from "@/lib/communities/commands/set-community-role";
import { unsafeReseat } from "@/lib/groups/commands/reseat";
import { setGroupRole } from "@/lib/groups/commands/set-group-role";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import type { Limits } from "@/lib/tenants/limits";
import type { Pair } from "../merge-sql";
import { handBackSeat, leaveIfRoomless } from "../seats-sql";
import type { KeptSeat } from "../types";

type GivingBack = { house: KeptSeat; seats: readonly KeptSeat[]; limits: Limits };

/**
 * Gives the record that comes back its place in a community that is held, and its seats in the rooms there. Who has left
 * since under the one name has left under both.
 * @throws Refusal `group_full`, `community_full`: a place that both had was freed, and may have gone to somebody (L13)
 */
export async function giveBackPlaces(tx: TenantContext, pair: Pair, giving: GivingBack): Promise<void> {
  const { house, limits } = giving;
  const { communityId } = house;
  const isShared = house.other !== null;
  const isIn = (await tx.db.communityMember.count({ where: { communityId, memberId: pair.intoId } })) > 0;
  if (!isShared && !isIn) return;
  const community = await unsafeLockCommunity(tx, communityId);
  await unsafeAdmit(tx, community, { memberIds: [pair.fromId], role: house.role, limits });
  await giveBackSeats(tx, pair, giving);
  if (!isShared) await stepOut(tx, pair, communityId);
  // Who leads only since the merge leads no more: the other does again (H4).
  else if (isIn && wasRaised(house))
    await setCommunityRole(tx, { communityId, memberId: pair.intoId, role: "member" });
  const { memberCount } = await unsafeLockCommunity(tx, communityId);
  if (memberCount > community.memberCount && memberCount > limits.communityMembers)
    throw new Refusal("community_full", { limit: limits.communityMembers });
}

async function giveBackSeats(
  tx: TenantContext,
  pair: Pair,
  { house, seats, limits }: GivingBack,
): Promise<void> {
  const { communityId } = house;
  for (const seat of seats) {
    const { groupId, role } = seat;
    if (groupId === null || seat.communityId !== communityId) continue;
    if (seat.other === null) await handBackSeat(tx.db, pair, groupId);
    else {
      await unsafeReseat(tx, { communityId, groupId, memberId: pair.fromId, role, limits });
      if (wasRaised(seat)) await lowerInRoom(tx, groupId, pair.intoId);
    }
  }
}

/** Who came into the community by the merge alone, and sits in no room of it now, goes out of it again. */
async function stepOut(tx: TenantContext, { intoId }: Pair, communityId: string): Promise<void> {
  for (const { role, ...lane } of await leaveIfRoomless(tx.db, communityId, intoId))
    await unsafeCountOut(tx, communityId, { lanes: [lane], admins: role === "admin" ? -1 : 0 });
}

async function lowerInRoom(tx: TenantContext, groupId: string, memberId: string): Promise<void> {
  const seats = await tx.db.groupMember.count({ where: { groupId, memberId } });
  if (seats > 0) await setGroupRole(tx, { groupId, memberId, role: "member" });
}

function wasRaised({ role, other }: KeptSeat): boolean {
  return role === "admin" && other === "member";
}
