import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { lastOfRoom } from "../log-sql";
import { firstAfter, pinnedMessages } from "../messages-sql";
import type { MessageView } from "../types";
import { listAround, listMessages, type RoomPart } from "./list-messages";
import { viewsOf } from "./message-view";

const PAGE_SIZE = 50;

/** The newest of a room, oldest first, and from which revision on its event stream goes on without a gap (C3). */
export type OpenRoom = {
  messages: MessageView[];
  olderCursor: string | null;
  /** Where it goes on; null where what is loaded reaches its end. */
  newerCursor: string | null;
  /** What was posted first since the acting member has read, where it is not among what is loaded. */
  firstUnreadId: string | null;
  revision: number;
  /** What stands at its top, the newest first. */
  pinned: MessageView[];
  /** Up to where the acting member has read; null for others, and before the first time. */
  readPosition: number | null;
};

/**
 * What somebody sees who opens a room, at its end or at one of its messages; at its end too where that is not there any more.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function openRoom(ctx: TenantContext, groupId: string, at?: string): Promise<OpenRoom> {
  // First, so that what is posted in between comes by the stream once more rather than never.
  const { revision } = await lastOfRoom(ctx.db, groupId);
  const part = await partOf(ctx, groupId, at);
  const [readPosition, pinned] = await Promise.all([
    readPositionOf(ctx, groupId),
    pinnedMessages(ctx.db, groupId).then((rows) => viewsOf(ctx, groupId, rows)),
  ]);
  const firstUnreadId = await firstUnread(ctx, { groupId, readPosition, messages: part.messages });
  return { ...part, revision, pinned, readPosition, firstUnreadId };
}

async function partOf(ctx: TenantContext, groupId: string, at: string | undefined): Promise<RoomPart> {
  const around =
    at === undefined ? null : await listAround(ctx, { groupId, at, limit: PAGE_SIZE }).catch(ifGone);
  if (around) return around;
  const { data, nextCursor } = await listMessages(ctx, { groupId, limit: PAGE_SIZE });
  return { messages: data.toReversed(), olderCursor: nextCursor, newerCursor: null };
}

function ifGone(error: unknown): null {
  if (error instanceof Refusal && error.code === "not_found") return null;
  throw error;
}

type Unread = { groupId: string; readPosition: number | null; messages: readonly MessageView[] };

async function firstUnread(
  { actor, db }: TenantContext,
  { groupId, readPosition, messages }: Unread,
): Promise<string | null> {
  if (actor.kind !== "member" || readPosition === null) return null;
  const { memberId } = actor;
  const id = await firstAfter(db, { groupId, position: readPosition, memberId });
  return messages.some((message) => message.id === id) ? null : id;
}

async function readPositionOf({ actor, db }: TenantContext, groupId: string): Promise<number | null> {
  if (actor.kind !== "member") return null;
  const { memberId } = actor;
  const seat = await db.groupMember.findFirst({
    where: { groupId, memberId },
    select: { readPosition: true },
  });
  return seat?.readPosition == null ? null : Number(seat.readPosition);
}
