import "server-only";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { leaveGroup } from "@/lib/groups/commands/leave-group";
import { setGroupRole } from "@/lib/groups/commands/set-group-role";
import { canManageGroupMembers } from "@/lib/groups/policy";
import { findGroupStanding } from "@/lib/groups/queries/find-group-standing";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import type { BulkChange, ChangedSeat } from "../types";

/**
 * Adds, removes, promotes or demotes several people in several rooms. Each pair of room and person is a row of its own: what
 * refuses one leaves the others alone, and every rule of the single change holds for each (H4, L1, L3, L13).
 * @returns a row per pair, in the order of the request
 * @throws Refusal when no room is open to the actor: `not_allowed`, `not_granted`, `invalid_input` at `groupIds.0`
 */
export async function bulkChange(ctx: TenantContext, change: BulkChange): Promise<ChangedSeat[]> {
  const memberIds = [...new Set(change.memberIds)];
  const groupIds = [...new Set(change.groupIds)];
  const closed = await closedRooms(ctx, groupIds);
  const [first] = closed.values();
  if (first && closed.size === groupIds.length)
    throw first.code === "not_found" ? invalidInput({ path: "groupIds.0", code: "unknown_id" }) : first;
  const rows: ChangedSeat[] = [];
  for (const groupId of groupIds) {
    const refusal = closed.get(groupId);
    const room = { groupId, memberIds };
    if (refusal) rows.push(...memberIds.map((memberId) => refused(room, memberId, refusal)));
    else if (change.action === "add") rows.push(...(await addAll(ctx, room)));
    else rows.push(...(await changeEach(ctx, room, change.action)));
  }
  return rows;
}

type Room = { groupId: string; memberIds: readonly string[] };

/** The rooms that the actor may not manage or that do not exist, and why. */
async function closedRooms(ctx: TenantContext, groupIds: readonly string[]): Promise<Map<string, Refusal>> {
  const closed = new Map<string, Refusal>();
  for (const groupId of groupIds) {
    const refusal = await refusalOf(async () =>
      authorize(canManageGroupMembers(ctx.actor, await findGroupStanding(ctx, groupId))),
    );
    if (refusal) closed.set(groupId, refusal);
  }
  return closed;
}

async function addAll(ctx: TenantContext, { groupId, memberIds }: Room): Promise<ChangedSeat[]> {
  const inside = await insideFamily(ctx, groupId, memberIds);
  let codes = new Map<number, string>();
  const refusal = await refusalOf(async () => {
    const added = await addGroupMembers(ctx, { groupId, memberIds });
    codes = new Map(added.refused.map(({ index, code }) => [index, code]));
  });
  return memberIds.map((memberId, index) => {
    const code = refusal?.code ?? codes.get(index) ?? null;
    if (code !== null) return { groupId, memberId, outcome: "refused", code };
    return { groupId, memberId, outcome: inside.has(memberId) ? "unchanged" : "done", code: null };
  });
}

/** Who sits in a room or its overflow siblings: adding them there again changes nothing (L10). */
async function insideFamily(ctx: TenantContext, groupId: string, memberIds: readonly string[]) {
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

async function changeEach(
  ctx: TenantContext,
  room: Room,
  action: "remove" | "promote" | "demote",
): Promise<ChangedSeat[]> {
  const { groupId, memberIds } = room;
  const seats = await ctx.db.groupMember.findMany({
    where: { groupId, memberId: { in: [...memberIds] } },
    select: { memberId: true, role: true },
  });
  const roles = new Map(seats.map(({ memberId, role }) => [memberId, role]));
  const wanted = action === "promote" ? "admin" : "member";
  const rows: ChangedSeat[] = [];
  for (const memberId of memberIds) {
    const isSo = action !== "remove" && roles.get(memberId) === wanted;
    const refusal = await refusalOf(() =>
      action === "remove"
        ? leaveGroup(ctx, { groupId, memberId })
        : setGroupRole(ctx, { groupId, memberId, role: wanted }),
    );
    if (refusal) rows.push(refused(room, memberId, refusal));
    else rows.push({ groupId, memberId, outcome: isSo ? "unchanged" : "done", code: null });
  }
  return rows;
}

function refused({ groupId }: Room, memberId: string, { code }: Refusal): ChangedSeat {
  return { groupId, memberId, outcome: "refused", code: code === "not_found" ? "unknown_id" : code };
}

async function refusalOf(act: () => Promise<unknown>): Promise<Refusal | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
