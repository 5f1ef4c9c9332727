import "server-only";
import { labelOf } from "@/lib/communities/actor-rules";
import { unsafeAdmit } from "@/lib/communities/commands/admit";
import type { MembershipRole } from "@/lib/communities/types";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { refreshStatistics } from "@/lib/platform/db/refresh-statistics";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { candidatesOf, insertSeats } from "../group-sql";
import { canManageGroupMembers } from "../policy";
import { findGroupStanding } from "../queries/find-group-standing";
import { placeInRooms } from "../rules";
import type { AddedToGroup } from "../types";
import { unsafeLockOpenGroup } from "./lock-group";
import { roomsFor, unsafeOpenSiblings } from "./overflow";
import { placeTogether } from "./place-together";

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

/** The same inside the caller's transaction, who answers for access (joining by invite). */
export async function unsafeAddGroupMembers(
  ctx: TenantContext,
  { communityId, groupId, memberIds, role = "member" }: AddGroupMembersInput & { communityId: string },
): Promise<AddedToGroup> {
  const limits = await findLimits(ctx);
  const held = await unsafeLockOpenGroup(ctx, { communityId, groupId });
  const familyIds = [held.group, ...held.siblings].map((group) => group.id);
  const ids = memberIds.filter(isId);
  const candidates = await candidatesOf(ctx.db, { communityId, groupId, familyIds, ids });
  const rooms = roomsFor(held, limits);
  const communityFree = limits.communityMembers - held.community.memberCount;
  const { seats: inOrder, newcomers, refused } = placeInRooms(memberIds, candidates, rooms, communityFree);
  const settled = new Set(candidates.flatMap(({ id, inFamily }) => (inFamily ? id : [])));
  const seats = await placeTogether(ctx, { communityId, rooms, seats: inOrder, settled });
  await unsafeAdmit(ctx, held.community, { memberIds: newcomers, role: "member", limits });
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
  return { added, unchanged: memberIds.length - refused.length - added, refused, placed };
}

/** How many of the rooms, from the first, are needed: siblings are opened only for somebody. */
function lastUsed(seats: readonly string[][]): number {
  return seats.findLastIndex((seated) => seated.length > 0) + 1;
}
