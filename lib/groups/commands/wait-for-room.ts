import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { insertWaiter, placesOf, removeWaiters } from "../waiting-sql";

type Waiting = {
  communityId: string;
  groupId: string;
  memberId: string;
  inviteId: string | null;
  invitedBy: string | null;
};

/**
 * Puts somebody into the queue of a room that has no place left anywhere (L10). Inside the transaction that found it full,
 * which holds the room.
 * @returns their place, counted from 1, and whether they are new in the queue
 */
export async function unsafeWaitForRoom(
  ctx: TenantContext,
  { groupId, ...waiting }: Waiting,
): Promise<{ position: number; isNew: boolean }> {
  const room = await ctx.db.group.findFirst({ where: { id: groupId }, select: { overflowOf: true } });
  if (!room) throw notFound();
  const rootId = room.overflowOf ?? groupId;
  const isNew = await insertWaiter(ctx.db, { ...waiting, rootId, now: ctx.now });
  const places = await placesOf(ctx.db, waiting.memberId);
  return { position: places.find((place) => place.groupId === rootId)?.position ?? 1, isNew };
}

/** The acting member leaves a queue. @throws Refusal `not_allowed` for anybody else, `not_found` when they do not wait */
export async function stopWaiting(ctx: TenantContext, groupId: string): Promise<void> {
  if (ctx.actor.kind !== "member") throw new Refusal("not_allowed");
  if ((await removeWaiters(ctx.db, groupId, [ctx.actor.memberId])) === 0) throw notFound();
}
