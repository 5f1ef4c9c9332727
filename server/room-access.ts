import { setTimeout as sleep } from "node:timers/promises";
import { listStreamRights } from "@/lib/accounts/queries/list-stream-rights";
import { canReadMessages } from "@/lib/conversations/policy";
import { findRoomStanding } from "@/lib/conversations/queries/find-room-standing";
import { systemSeats } from "@/lib/conversations/queries/list-listeners";
import { systemContext } from "@/lib/platform/context";
import type { StaffActor } from "@/lib/shared/actor";
import { Refusal } from "@/lib/shared/refusal";

/** Who holds a stream of a room: a member from the portal, or staff from the dashboard. */
export type RoomHolder = {
  tenantId: string;
  groupId: string;
  from: "portal" | "dashboard";
  userId: string;
  sessionVersion: number;
};

/** With whose eyes a holder sees the room: all its members see the same, staff each their own. */
export type RoomSight = { key: string; actor: StaffActor | null };

const TOGETHER_MS = 5;
const asking = new Map<string, { holders: RoomHolder[]; answer: Promise<(RoomSight | null)[]> }>();

/** The same for one who comes; those who come at once are asked for together, as after a cut they all do. */
export async function sightOf(holder: RoomHolder): Promise<RoomSight | null> {
  const { tenantId } = holder;
  const batch = asking.get(tenantId) ?? begin(tenantId);
  const place = batch.holders.push(holder) - 1;
  return (await batch.answer)[place] ?? null;
}

function begin(tenantId: string) {
  const holders: RoomHolder[] = [];
  const answer = sleep(TOGETHER_MS).then(() => {
    asking.delete(tenantId);
    return sightsOf(tenantId, holders);
  });
  const batch = { holders, answer };
  asking.set(tenantId, batch);
  return batch;
}

/** With whose eyes each holder of one tenant sees their room now, in their order; null for those who may no longer (R7). */
export async function sightsOf(
  tenantId: string,
  holders: readonly RoomHolder[],
): Promise<(RoomSight | null)[]> {
  const members = holders.filter(({ from }) => from === "portal");
  const staff = holders.filter(({ from }) => from === "dashboard");
  const [seats, ofStaff] = await Promise.all([
    members.length > 0 ? systemSeats(tenantId, members) : [],
    staffSights(tenantId, staff),
  ]);
  const seated = new Map(seats.map((seat) => [`${seat.groupId} ${seat.userId}`, seat.sessionVersion]));
  return holders.map((holder) => {
    if (holder.from === "dashboard") return ofStaff.get(holder) ?? null;
    const version = seated.get(`${holder.groupId} ${holder.userId}`);
    return version === holder.sessionVersion ? { key: "members", actor: null } : null;
  });
}

async function staffSights(
  tenantId: string,
  holders: readonly RoomHolder[],
): Promise<Map<RoomHolder, RoomSight>> {
  const sights = new Map<RoomHolder, RoomSight>();
  if (holders.length === 0) return sights;
  const { staff } = await listStreamRights(tenantId, {
    userIds: [...new Set(holders.map(({ userId }) => userId))],
    keyHashes: [],
  });
  for (const holder of holders) {
    const known = staff.get(holder.userId);
    if (known?.sessionVersion !== holder.sessionVersion) continue;
    if (await mayRead(tenantId, known.actor, holder.groupId))
      sights.set(holder, { key: holder.userId, actor: known.actor });
  }
  return sights;
}

async function mayRead(tenantId: string, actor: StaffActor, groupId: string): Promise<boolean> {
  const ctx = { ...systemContext(tenantId, "event_stream"), actor };
  try {
    return canReadMessages(actor, await findRoomStanding(ctx, groupId)).ok;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
