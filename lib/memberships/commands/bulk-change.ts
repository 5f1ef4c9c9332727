import "server-only";
import { canManageGroupMembers } from "@/lib/groups/policy";
import { findGroupStanding } from "@/lib/groups/queries/find-group-standing";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import type { BulkChange, ChangedSeat } from "../types";
import { changeInRoom } from "./change-in-room";

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
    let refusal = closed.get(groupId) ?? null;
    if (!refusal)
      refusal = await refusalOf(async () => {
        const outcomes = await changeInRoom(ctx, change.action, { groupId, memberIds });
        rows.push(...outcomes.map((outcome) => ({ groupId, ...outcome })));
      });
    if (refusal) rows.push(...memberIds.map((memberId) => refused({ groupId, memberId }, refusal)));
  }
  return rows;
}

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

function refused(seat: { groupId: string; memberId: string }, { code }: Refusal): ChangedSeat {
  return { ...seat, outcome: "refused", code: code === "not_found" ? "unknown_id" : code };
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
