import "server-only";
import type { PersonOutcome } from "@/lib/communities/types";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { removeGroupMembers } from "@/lib/groups/commands/remove-group-members";
import { setGroupRoles } from "@/lib/groups/commands/set-group-roles";
import type { TenantContext } from "@/lib/platform/context";
import type { SeatAction } from "../types";
import { outcomesOfAdding } from "./outcomes-of-adding";

type Room = { groupId: string; memberIds: readonly string[] };

/**
 * Adds, removes, promotes or demotes people in one room, in a fixed number of statements (H4, L1, L3, L9, L13).
 * @returns what came of each
 * @throws Refusal what refuses all: `not_found`, `not_allowed`, `not_granted`, `read_only`
 */
export async function changeInRoom(
  ctx: TenantContext,
  action: SeatAction,
  room: Room,
): Promise<PersonOutcome[]> {
  switch (action) {
    case "add": {
      const inside = await insideFamily(ctx, room);
      return outcomesOfAdding(room.memberIds, inside, await addGroupMembers(ctx, room));
    }
    case "remove":
      return await removeGroupMembers(ctx, room);
    case "promote":
    case "demote":
      return await setGroupRoles(ctx, { ...room, role: action === "promote" ? "admin" : "member" });
  }
}

/** Who sits in a room or its overflow siblings: adding them there again changes nothing (L10). */
async function insideFamily(ctx: TenantContext, { groupId, memberIds }: Room): Promise<Set<string>> {
  const room = await ctx.db.group.findFirst({ where: { id: groupId }, select: { overflowOf: true } });
  const rootId = room?.overflowOf ?? groupId;
  const family = await ctx.db.group.findMany({
    where: { OR: [{ id: rootId }, { overflowOf: rootId }] },
    select: { id: true },
  });
  const seats = await ctx.db.groupMember.findMany({
    where: { groupId: { in: family.map(({ id }) => id) }, memberId: { in: [...memberIds] } },
    select: { memberId: true },
  });
  return new Set(seats.map(({ memberId }) => memberId));
}
