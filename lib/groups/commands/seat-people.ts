import "server-only";
import { labelOf } from "@/lib/communities/actor-rules";
import { unsafeAdmit } from "@/lib/communities/commands/admit";
import type { Invited, MembershipRole } from "@/lib/communities/types";
import type { TenantContext } from "@/lib/platform/context";
import { isId } from "@/lib/shared/ids";
import type { Limits } from "@/lib/tenants/limits";
import { candidatesOf, insertSeats } from "../group-sql";
import { placeInRooms } from "../rules";
import type { AddedToGroup } from "../types";
import type { HeldGroup } from "./lock-group";
import { hasOverflow, roomsFor, unsafeOpenSiblings } from "./overflow";
import { placeTogether } from "./place-together";

export type Seated = {
  memberIds: readonly string[];
  role?: MembershipRole;
  /** By which link they came, for those who are new in the community (H7). */
  invited?: Invited;
};

/** Seats people in a room that is held, and in its siblings, as far as all limits allow. The caller answers for access. */
export async function unsafeSeatPeople(
  ctx: TenantContext,
  held: HeldGroup,
  limits: Limits,
  { memberIds, role = "member", invited }: Seated,
): Promise<AddedToGroup> {
  const { id: groupId, communityId } = held.group;
  const familyIds = [held.group, ...held.siblings].map((group) => group.id);
  const ids = memberIds.filter(isId);
  const candidates = await candidatesOf(ctx.db, { communityId, groupId, familyIds, ids });
  const rooms = roomsFor(held, limits);
  const communityFree = limits.communityMembers - held.community.memberCount;
  const { seats: inOrder, newcomers, refused } = placeInRooms(memberIds, candidates, rooms, communityFree);
  const settled = new Set(candidates.flatMap(({ id, inFamily }) => (inFamily ? id : [])));
  const seats = await placeTogether(ctx, { communityId, rooms, seats: inOrder, settled });
  await unsafeAdmit(ctx, held.community, { memberIds: newcomers, role: "member", limits, invited });
  const groupIds = await unsafeOpenSiblings(ctx, held, rooms.slice(0, lastUsed(seats)), limits);
  const placed: AddedToGroup["placed"] = [];
  for (const [room, seated] of seats.entries()) {
    const into = groupIds[room];
    if (into === undefined || seated.length === 0) continue;
    const seating = { groupId: into, communityId, memberIds: seated, role };
    const count = await insertSeats(ctx.db, { ...seating, actorLabel: labelOf(ctx.actor), now: ctx.now });
    placed.push({ groupId: into, count });
  }
  const added = placed.reduce((sum, one) => sum + one.count, 0);
  const unchanged = memberIds.length - refused.length - added;
  return { added, unchanged, refused, placed, mayWait: hasOverflow(held) };
}

/** How many of the rooms, from the first, are needed: siblings are opened only for somebody. */
function lastUsed(seats: readonly string[][]): number {
  return seats.findLastIndex((seated) => seated.length > 0) + 1;
}
