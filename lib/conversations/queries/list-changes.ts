import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { changedMessages, type MessageRow } from "../messages-sql";
import { canReadMessages } from "../policy";
import { changedReactions } from "../reactions-sql";
import type { RoomChanges } from "../types";
import { findRoomStanding } from "./find-room-standing";
import { viewsOf, viewsOfRoom } from "./message-view";

type Since = { groupId: string; after: number; limit: number };

/**
 * What changed in a room since a revision that the reader has: posted, edited, removed, each message once as it is now. Going on
 * from the answered revision misses nothing, however long one was away (C3).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function listChanges(
  ctx: TenantContext,
  { groupId, after, limit }: Since,
): Promise<RoomChanges> {
  authorize(canReadMessages(ctx.actor, await findRoomStanding(ctx, groupId)));
  return await changesFor(ctx, { groupId, after, limit }, (rows) => viewsOf(ctx, groupId, rows));
}

/** The same as all members of the room see it, for their event streams; who may hold one is for the caller. */
export function systemRoomChanges(ctx: TenantContext, since: Since): Promise<RoomChanges> {
  return changesFor(ctx, since, (rows) => viewsOfRoom(ctx.db, since.groupId, rows));
}

async function changesFor(
  ctx: TenantContext,
  { groupId, after, limit }: Since,
  show: (rows: readonly MessageRow[]) => Promise<RoomChanges["messages"]>,
): Promise<RoomChanges> {
  const rows = await changedMessages(ctx.db, { groupId, after, limit });
  const last = rows.at(-1);
  const messageIds = rows.map(({ id }) => id);
  const [messages, reacted] = await Promise.all([
    show(rows),
    rows.length > 0 ? changedReactions(ctx.db, { groupId, messageIds, after }) : [],
  ]);
  return {
    messages,
    reacted,
    revision: last ? Number(last.revision) : after,
    hasMore: rows.length >= limit,
  };
}
