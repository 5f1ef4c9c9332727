import "server-only";
import { z } from "zod";
import { listPortalBlocks } from "@/lib/blocks/queries/list-portal-blocks";
import type { PortalBlock } from "@/lib/blocks/types";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { sightOf } from "@/lib/shared/actor";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { countUnread, type FeedRow, selectFeed, selectOne } from "../feed-sql";
import { renderTemplate } from "../format/merge-fields";
import { mergeValues } from "../rules";
import type { FeedItem } from "../types";
import { type OwnCommunity, ownCommunities } from "./own-communities";

const place = z.tuple([z.uuid()]);

/** The announcements delivered to a member, newest first; empty for everybody else. @throws Refusal `invalid_cursor` */
export async function listFeed(
  ctx: TenantContext,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<FeedItem>> {
  if (ctx.actor.kind !== "member") return { data: [], nextCursor: null };
  const { memberId } = ctx.actor;
  const before = cursor === undefined ? null : String(decodeCursor(cursor, place)[0]);
  const rows = await selectFeed(ctx.db, { memberId, sight: sightOf(ctx.actor), before, limit: limit + 1 });
  const { data, nextCursor } = pageOf(rows, limit, ({ occurrenceId }) => [occurrenceId]);
  return { data: await itemsOf(ctx, memberId, data), nextCursor };
}

/** One announcement as it was delivered to a member. @throws Refusal `not_found` for everybody else */
export async function getFeedItem(ctx: TenantContext, occurrenceId: string): Promise<FeedItem> {
  if (ctx.actor.kind !== "member" || !isId(occurrenceId)) throw notFound();
  const { memberId } = ctx.actor;
  const [item] = await itemsOf(
    ctx,
    memberId,
    await selectOne(ctx.db, { memberId, sight: sightOf(ctx.actor) }, occurrenceId),
  );
  if (!item) throw notFound();
  return item;
}

async function itemsOf(ctx: TenantContext, memberId: string, rows: FeedRow[]): Promise<FeedItem[]> {
  const [member, blocks, houses] = await Promise.all([
    ctx.db.member.findFirst({ where: { id: memberId }, select: { name: true } }),
    listPortalBlocks(
      ctx,
      memberId,
      rows.map(({ blockId, isRetracted }) => (isRetracted ? null : blockId)),
    ),
    ownCommunities(
      ctx,
      memberId,
      rows.flatMap(({ communityIds }) => communityIds),
    ),
  ]);
  return rows.map((row) => itemOf(row, { name: member?.name ?? "", houses, blocks }));
}

/** How many announcements wait unread: the mark on the portal's tab. */
export async function countUnreadAnnouncements(ctx: TenantContext): Promise<number> {
  if (ctx.actor.kind !== "member") return 0;
  return countUnread(ctx.db, { memberId: ctx.actor.memberId, sight: sightOf(ctx.actor) });
}

type Around = { name: string; houses: Map<string, OwnCommunity>; blocks: Map<string, PortalBlock> };

function itemOf(
  { readAt, communityIds, body, media, blockId, ...row }: FeedRow,
  { name, houses, blocks }: Around,
): FeedItem {
  const communities = communityIds.flatMap((id) => houses.get(id) ?? []);
  const { text } = renderTemplate(body, mergeValues({ name, community: communities[0]?.name ?? "" }));
  const block = (blockId && !row.isRetracted && blocks.get(blockId)) || null;
  const said = row.isRetracted ? { body: "", media: [] } : { body: text, media: media ?? [] };
  return { ...row, ...said, communities, block, isRead: readAt !== null };
}
