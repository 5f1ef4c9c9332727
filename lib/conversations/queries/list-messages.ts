import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { foldForSearch } from "@/lib/shared/text";
import { type MessageRow, oneMessage, pageOfMessages, pageOfNewer, searchedMessages } from "../messages-sql";
import { canReadMessages } from "../policy";
import type { MessageView } from "../types";
import { findRoomStanding } from "./find-room-standing";
import { viewsOf } from "./message-view";

const MOST_WORDS = 8;
const place: z.ZodType<[string, string]> = z.tuple([z.iso.datetime(), z.uuid()]);

type Wanted = { groupId: string; limit: number; cursor?: string | undefined };

/** A room's messages, newest first. @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor` */
export async function listMessages(ctx: TenantContext, wanted: Wanted): Promise<Page<MessageView>> {
  return await pageFor(ctx, wanted, (part) => pageOfMessages(ctx.db, part));
}

/**
 * The messages of a room that hold all words of a text, whatever their accents and case, newest first; none without a word. Names of
 * people called in them are not found: they are not in what is kept (P12).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor`
 */
export async function searchMessages(
  ctx: TenantContext,
  { q, ...wanted }: Wanted & { q: string },
): Promise<Page<MessageView>> {
  const words = foldForSearch(q).split(" ").filter(Boolean).slice(0, MOST_WORDS);
  return await pageFor(ctx, wanted, async (part) =>
    words.length > 0 ? await searchedMessages(ctx.db, { ...part, words }) : [],
  );
}

type Part = { groupId: string; before: { at: string; id: string } | null; limit: number };

async function pageFor(
  ctx: TenantContext,
  { groupId, limit, cursor }: Wanted,
  read: (part: Part) => Promise<MessageRow[]>,
): Promise<Page<MessageView>> {
  authorize(canReadMessages(ctx.actor, await findRoomStanding(ctx, groupId)));
  const [at = "", id = ""] = cursor ? decodeCursor(cursor, place).map(String) : [];
  const before = cursor ? { at, id } : null;
  const rows = await read({ groupId, before, limit: limit + 1 });
  const page = pageOf(rows, limit, placeOf);
  return { ...page, data: await viewsOf(ctx, groupId, page.data) };
}

/**
 * A room's messages after a place, oldest first: the way back from its history to its end.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor`
 */
export async function listNewer(
  ctx: TenantContext,
  { groupId, limit, cursor }: Wanted & { cursor: string },
): Promise<Page<MessageView>> {
  authorize(canReadMessages(ctx.actor, await findRoomStanding(ctx, groupId)));
  const [at = "", id = ""] = decodeCursor(cursor, place).map(String);
  const rows = await pageOfNewer(ctx.db, { groupId, after: { at, id }, isFrom: false, limit: limit + 1 });
  const page = pageOf(rows, limit, placeOf);
  return { ...page, data: await viewsOf(ctx, groupId, page.data) };
}

/** A part of a room's history, oldest first, and the ways on from it; null where it ends. */
export type RoomPart = { messages: MessageView[]; olderCursor: string | null; newerCursor: string | null };

/**
 * The messages around one of a room, half of them before it. @throws Refusal `not_found` also where it is none of this room,
 * `not_allowed`, `not_granted`
 */
export async function listAround(
  ctx: TenantContext,
  { groupId, at: id, limit }: { groupId: string; at: string; limit: number },
): Promise<RoomPart> {
  authorize(canReadMessages(ctx.actor, await findRoomStanding(ctx, groupId)));
  const found = isId(id)
    ? await ctx.db.message.findFirst({ where: { id, groupId }, select: { createdAt: true } })
    : null;
  if (!found) throw notFound();
  const after = { at: found.createdAt.toISOString(), id };
  const half = Math.ceil(limit / 2);
  const [older, newer] = await Promise.all([
    pageOfMessages(ctx.db, { groupId, before: after, limit: half + 1 }),
    pageOfNewer(ctx.db, { groupId, after, isFrom: true, limit: half + 1 }),
  ]);
  const [before, from] = [pageOf(older, half, placeOf), pageOf(newer, half, placeOf)];
  const messages = await viewsOf(ctx, groupId, [...before.data.toReversed(), ...from.data]);
  return { messages, olderCursor: before.nextCursor, newerCursor: from.nextCursor };
}

function placeOf({ createdAt, id }: MessageRow): [string, string] {
  return [createdAt.toISOString(), id];
}

/** One message. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function getMessage(ctx: TenantContext, id: string): Promise<MessageView> {
  const row = isId(id) ? await oneMessage(ctx.db, id) : null;
  if (!row) throw notFound();
  authorize(canReadMessages(ctx.actor, await findRoomStanding(ctx, row.groupId)));
  const [view] = await viewsOf(ctx, row.groupId, [row]);
  if (!view) throw notFound();
  return view;
}

/** Looks an id of a path up, whoever asks. @throws Refusal `not_found` */
export async function messageExists(ctx: TenantContext, id: string): Promise<void> {
  const known = isId(id) ? await ctx.db.message.findFirst({ where: { id }, select: { id: true } }) : null;
  if (!known) throw notFound();
}
