import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { readRoomUpTo } from "../own-groups-sql";

/**
 * The acting member has a room before their eyes: it is read up to a position, or up to its last one; never back. Looking
 * through a member's eyes marks nothing (P15).
 */
export async function markRoomRead(ctx: TenantContext, groupId: string, position?: number): Promise<void> {
  if (ctx.actor.kind !== "member" || ctx.actor.seenBy) return;
  const { memberId } = ctx.actor;
  await readRoomUpTo(ctx.db, { groupId, memberId, position: position ?? null, now: ctx.now });
}
