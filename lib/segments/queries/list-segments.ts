import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { canUseFilter, canUseSegments } from "../policy";
import type { Segment } from "../types";
import { segmentColumns, toSegment } from "./find-segment";

/** The segments in use, newest first, without those that ask what the actor may not know. @throws Refusal `not_allowed`, `invalid_cursor` */
export async function listSegments(
  ctx: TenantContext,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Segment>> {
  authorize(canUseSegments(ctx.actor));
  const before = cursor ? String(decodeCursor(cursor, z.tuple([z.uuid()]))[0]) : undefined;
  const rows = await ctx.db.segment.findMany({
    where: { archivedAt: null, ...(before ? { id: { lt: before } } : {}) },
    select: segmentColumns,
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const { data, nextCursor } = pageOf(rows.map(toSegment), limit, ({ id }) => [id]);
  return { data: data.filter(({ filter }) => canUseFilter(ctx.actor, filter).ok), nextCursor };
}
