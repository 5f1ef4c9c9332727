import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { checkFilter } from "../check-filter";
import { canChangeSegment } from "../policy";
import { getSegment, segmentColumns, toSegment } from "../queries/find-segment";
import type { CreateSegmentInput, UpdateSegmentInput } from "../schema";
import type { Segment } from "../types";

/** Saves a filter under a name. @throws Refusal `not_allowed`, `invalid_input` at the condition. */
export async function createSegment(
  ctx: TenantContext,
  { name, filter }: CreateSegmentInput,
): Promise<Segment> {
  await checkFilter(ctx, filter);
  const row = await ctx.db.segment.create({
    data: {
      id: newId(),
      name,
      filter,
      createdBy: ctx.actor.kind === "staff" ? ctx.actor.staffId : null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
    select: segmentColumns,
  });
  return toSegment(row);
}

/**
 * Changes name or filter; what is scheduled for the segment follows, except what was approved for it as it was (A19).
 * @throws Refusal `not_found`, `not_allowed`, `invalid_input`.
 */
export async function updateSegment(
  ctx: TenantContext,
  id: string,
  input: UpdateSegmentInput,
): Promise<Segment> {
  const before = await getSegment(ctx, id);
  authorize(canChangeSegment(ctx.actor, before));
  if (input.filter) await checkFilter(ctx, input.filter);
  await ctx.db.segment.updateMany({
    where: { id, archivedAt: null },
    data: {
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.filter ? { filter: input.filter } : {}),
      updatedAt: ctx.now,
    },
  });
  return await getSegment(ctx, id);
}

/** Takes a segment out of the lists; announcements that name it go on. @throws Refusal `not_found`, `not_allowed`. */
export async function archiveSegment(ctx: TenantContext, id: string): Promise<void> {
  authorize(canChangeSegment(ctx.actor, await getSegment(ctx, id)));
  const { count } = await ctx.db.segment.updateMany({
    where: { id, archivedAt: null },
    data: { archivedAt: ctx.now },
  });
  if (count === 0) throw notFound();
}
