import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { canUseFilter, canUseSegments } from "../policy";
import { segmentFilter } from "../schema";
import type { Segment } from "../types";

export const segmentColumns = {
  id: true,
  name: true,
  filter: true,
  createdBy: true,
  createdAt: true,
  updatedAt: true,
} as const;

type Row = Omit<Segment, "filter"> & { filter: unknown };

/** A row as its readers get it. */
export function toSegment({ filter, ...row }: Row): Segment {
  return { ...row, filter: segmentFilter.parse(filter) };
}

/**
 * A segment in use, for an actor who may ask what it asks.
 * @throws Refusal `not_allowed`, `not_found`.
 */
export async function getSegment(ctx: TenantContext, id: string): Promise<Segment> {
  authorize(canUseSegments(ctx.actor));
  const row = isId(id)
    ? await ctx.db.segment.findFirst({ where: { id, archivedAt: null }, select: segmentColumns })
    : null;
  const segment = row && toSegment(row);
  if (!segment || !canUseFilter(ctx.actor, segment.filter).ok) throw notFound();
  return segment;
}

/** The filters of segments by id, archived ones too: what is scheduled for them goes on. */
export async function findFilters(ctx: TenantContext, ids: readonly string[]): Promise<Segment[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.segment.findMany({ where: { id: { in: [...ids] } }, select: segmentColumns });
  return rows.map(toSegment);
}
