import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { Refusal } from "@/lib/shared/refusal";
import type { Limits } from "@/lib/tenants/limits";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { tellComeInJob } from "../job-names";
import { keepInviters, nextWaiting, removeWaiters, roomsWaitedFor, type Waiter } from "../waiting-sql";
import { type HeldGroup, unsafeLockOpenGroup } from "./lock-group";
import { roomsFor } from "./overflow";
import { unsafeSeatPeople } from "./seat-people";

/**
 * Lets in who waits for the rooms of a community, first come first, as far as there are places now (L10). Under the locks of
 * joins, so that nobody gets in twice and nobody before their turn; run again it finds nobody left to let in.
 */
export async function admitWaiting(ctx: TenantContext, communityId: string): Promise<void> {
  const limits = await findLimits(ctx);
  for (const groupId of await roomsWaitedFor(ctx.db, communityId)) {
    await inTransaction(ctx, async (tx) => {
      const held = await lockUnlessClosed(tx, { communityId, groupId });
      if (held) await unsafeAdmitWaiting(tx, held, limits);
    });
  }
}

/** An archived room or community lets nobody in; one that is gone has no queue. */
async function lockUnlessClosed(
  tx: TenantContext,
  room: { communityId: string; groupId: string },
): Promise<HeldGroup | null> {
  try {
    return await unsafeLockOpenGroup(tx, room);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The same for a family that is held; who joins next comes after them. @returns the family as it is then */
export async function unsafeAdmitWaiting(
  ctx: TenantContext,
  held: HeldGroup,
  limits: Limits,
): Promise<HeldGroup> {
  const rootId = held.group.overflowOf ?? held.group.id;
  const free = roomsFor(held, limits).reduce((sum, room) => sum + Math.max(0, room.free), 0);
  const waiters = free === 0 ? [] : await nextWaiting(ctx.db, rootId, free);
  if (waiters.length === 0) return held;
  const { communityId } = held.group;
  const system: TenantContext = { ...ctx, actor: { kind: "system", purpose: "waiting_list" } };
  const root = await unsafeLockOpenGroup(system, { communityId, groupId: rootId });
  const memberIds = waiters.map(({ memberId }) => memberId);
  const { refused } = await unsafeSeatPeople(system, root, limits, { memberIds });
  const staying = new Set(
    refused
      .filter(({ code }) => code === "group_full" || code === "community_full")
      .map(({ index }) => index),
  );
  const banned = new Set(refused.filter(({ code }) => code === "banned").map(({ index }) => index));
  const gone = waiters.filter((_, index) => !staying.has(index));
  await removeWaiters(
    ctx.db,
    rootId,
    gone.map(({ memberId }) => memberId),
  );
  await welcome(
    system,
    { communityId, groupId: rootId },
    waiters.filter((_, index) => !staying.has(index) && !banned.has(index)),
  );
  const now = await unsafeLockOpenGroup(system, { communityId, groupId: held.group.id });
  // Banned ones gave their places to those behind them.
  return banned.size > 0 ? await unsafeAdmitWaiting(ctx, now, limits) : now;
}

async function welcome(
  ctx: TenantContext,
  place: { communityId: string; groupId: string },
  waiters: readonly Waiter[],
): Promise<void> {
  await keepInviters(ctx.db, place.communityId, waiters);
  for (const { memberId } of waiters)
    await enqueue(ctx.db, tellComeInJob, { memberId, ...place, why: "place_free" });
}
