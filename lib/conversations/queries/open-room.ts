import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { lastOfRoom } from "../log-sql";
import type { MessageView } from "../types";
import { listMessages } from "./list-messages";

const PAGE_SIZE = 50;

/** The newest of a room, and from which revision on its event stream goes on without a gap (C3). */
export type OpenRoom = { messages: MessageView[]; olderCursor: string | null; revision: number };

/** What somebody sees who opens a room. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function openRoom(ctx: TenantContext, groupId: string): Promise<OpenRoom> {
  // First, so that what is posted in between comes by the stream once more rather than never.
  const { revision } = await lastOfRoom(ctx.db, groupId);
  const { data, nextCursor } = await listMessages(ctx, { groupId, limit: PAGE_SIZE });
  return { messages: data.toReversed(), olderCursor: nextCursor, revision };
}
