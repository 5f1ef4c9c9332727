import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { oneMessage, pageOfMessages } from "../messages-sql";
import { canReadMessages } from "../policy";
import type { MessageView } from "../types";
import { findRoomStanding } from "./find-room-standing";
import { viewsOf } from "./message-view";

const place: z.ZodType<[string, string]> = z.tuple([z.iso.datetime(), z.uuid()]);

/** A room's messages, newest first. @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor` */
export async function listMessages(
  ctx: TenantContext,
  { groupId, limit, cursor }: { groupId: string; limit: number; cursor?: string | undefined },
): Promise<Page<MessageView>> {
  authorize(canReadMessages(ctx.actor, await findRoomStanding(ctx, groupId)));
  const [at = "", id = ""] = cursor ? decodeCursor(cursor, place).map(String) : [];
  const before = cursor ? { at, id } : null;
  const rows = await pageOfMessages(ctx.db, { groupId, before, limit: limit + 1 });
  const page = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { ...page, data: await viewsOf(ctx, groupId, page.data) };
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
