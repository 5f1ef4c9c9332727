import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { lastOfRoom } from "../log-sql";
import { pinnedMessages } from "../messages-sql";
import type { MessageView } from "../types";
import { listMessages } from "./list-messages";
import { viewsOf } from "./message-view";

const PAGE_SIZE = 50;

/** The newest of a room, oldest first, and from which revision on its event stream goes on without a gap (C3). */
export type OpenRoom = {
  messages: MessageView[];
  olderCursor: string | null;
  revision: number;
  /** What stands at its top, the newest first. */
  pinned: MessageView[];
  /** Up to where the acting member has read; null for others, and before the first time. */
  readPosition: number | null;
};

/** What somebody sees who opens a room. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function openRoom(ctx: TenantContext, groupId: string): Promise<OpenRoom> {
  // First, so that what is posted in between comes by the stream once more rather than never.
  const { revision } = await lastOfRoom(ctx.db, groupId);
  const { data, nextCursor } = await listMessages(ctx, { groupId, limit: PAGE_SIZE });
  const [readPosition, pinned] = await Promise.all([
    readPositionOf(ctx, groupId),
    pinnedMessages(ctx.db, groupId).then((rows) => viewsOf(ctx, groupId, rows)),
  ]);
  return { messages: data.toReversed(), olderCursor: nextCursor, revision, pinned, readPosition };
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
