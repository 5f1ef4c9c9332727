import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { placesNamed } from "../filter-rules";
import { canReadSegment, canUseSegments } from "../policy";
import { segmentFilter } from "../schema";
import type { Segment } from "../types";
import { findPlaces } from "./find-places";

const segmentColumns = {
  id: true,
  name: true,
  filter: true,
  createdBy: true,
  createdAt: true,
  updatedAt: true,
} as const;

/** The segments in use before an id, newest first, whoever may read them. */
export async function findSegmentsBefore(ctx: TenantContext, before: string | undefined, take: number) {
  return await ctx.db.segment.findMany({
    where: { archivedAt: null, ...(before ? { id: { lt: before } } : {}) },
    select: segmentColumns,
    orderBy: { id: "desc" },
    take,
  });
}

type Row = Omit<Segment, "filter" | "places"> & { filter: unknown };

/** Those of some rows that are there for the actor, with the names of the places that they name (P12). */
export async function readableOf(ctx: TenantContext, rows: readonly Row[]): Promise<Segment[]> {
  const parsed = rows.map((row) => ({ ...row, filter: segmentFilter.parse(row.filter) }));
  const named = parsed.flatMap(({ filter }) => placesNamed(filter));
  const known = await findPlaces(
    ctx,
    named.map(({ id }) => id),
  );
  return parsed.flatMap((segment) => {
    const here = placesNamed(segment.filter).map((place) => ({ ...place, found: known.get(place.id) }));
    const decision = canReadSegment(ctx.actor, segment, {
      isAllKnown: here.every(({ found }) => found?.isKnown),
      hasHidden: here.some(({ found }) => found && !found.isKnown),
    });
    const places = here.map(({ found, ...place }) => ({ ...place, name: found?.name ?? null }));
    return decision.ok ? [{ ...segment, places }] : [];
  });
}

/**
 * A segment in use that is there for the actor.
 * @throws Refusal `not_allowed`, `not_found`.
 */
export async function getSegment(ctx: TenantContext, id: string): Promise<Segment> {
  authorize(canUseSegments(ctx.actor));
  const where = { id, archivedAt: null };
  const row = isId(id) ? await ctx.db.segment.findFirst({ where, select: segmentColumns }) : null;
  const [segment] = await readableOf(ctx, row ? [row] : []);
  if (!segment) throw notFound();
  return segment;
}

/** The filters of segments by id, archived ones too: what is scheduled for them goes on. */
export async function findFilters(ctx: TenantContext, ids: readonly string[]) {
  const rows = await findByIds(ctx, ids);
  return rows.map(({ id, filter }) => ({ id, filter: segmentFilter.parse(filter) }));
}

/** Which of some segments, archived ones too, are there for the actor. */
export async function findReadableIds(ctx: TenantContext, ids: readonly string[]): Promise<string[]> {
  const segments = await readableOf(ctx, await findByIds(ctx, ids));
  return segments.map(({ id }) => id);
}

async function findByIds(ctx: TenantContext, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return await ctx.db.segment.findMany({ where: { id: { in: [...ids] } }, select: segmentColumns });
}
