import "server-only";
import { z } from "zod";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { isInSight } from "@/lib/shared/actor";
import { authorize } from "@/lib/shared/decision";
import { canManageGroupMembers } from "../policy";
import type { QueuedPerson } from "../types";
import { pageOfQueue, placesOf } from "../waiting-sql";
import { findGroupStanding } from "./find-group-standing";

/**
 * Who waits for a room, first come first; of a family its first room has the queue. A person shows to those who may see
 * them (P).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor`
 */
export async function listWaiting(
  ctx: TenantContext,
  groupId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<QueuedPerson>> {
  authorize(canManageGroupMembers(ctx.actor, await findGroupStanding(ctx, groupId)));
  const [after = 0] = cursor ? decodeCursor(cursor, z.tuple([z.int()])) : [];
  const rows = await pageOfQueue(ctx.db, { rootId: groupId, after: Number(after), limit: limit + 1 });
  const { data, nextCursor } = pageOf(rows, limit, (row) => [row.place]);
  const people = await viewMembers(
    ctx,
    data.map(({ memberId }) => memberId),
  );
  const shown = data.map(({ memberId, createdAt }) => {
    const person = people.get(memberId);
    return { memberId: person?.id ?? null, name: person?.name ?? null, createdAt };
  });
  return { data: shown, nextCursor };
}

/** How many wait for a room; none for those who do not manage it. @throws Refusal `not_found` */
export async function countWaiting(ctx: TenantContext, groupId: string): Promise<number> {
  if (!canManageGroupMembers(ctx.actor, await findGroupStanding(ctx, groupId)).ok) return 0;
  return ctx.db.waitingEntry.count({ where: { groupId } });
}

/** The acting member's own places in queues, counted from 1. */
export async function listOwnPlaces(ctx: TenantContext) {
  if (ctx.actor.kind !== "member") return [];
  const places = await placesOf(ctx.db, ctx.actor.memberId);
  return places.filter(({ communityId }) => isInSight(ctx.actor, communityId));
}
