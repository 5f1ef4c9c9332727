import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { Page } from "@/lib/platform/http/cursor";
import { Refusal } from "@/lib/shared/refusal";
import { canChangeSegment } from "../policy";
import type { CountedSegment, Segment } from "../types";
import { countFilter } from "./count-segment";
import { listSegments } from "./list-segments";

/** The same as `listSegments`, with how many people each finds now. @throws Refusal `not_allowed`, `invalid_cursor` */
export async function listCountedSegments(
  ctx: TenantContext,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<CountedSegment>> {
  const { data, nextCursor } = await listSegments(ctx, page);
  return { data: await Promise.all(data.map((segment) => counted(ctx, segment))), nextCursor };
}

async function counted(ctx: TenantContext, segment: Segment): Promise<CountedSegment> {
  const mayChange = canChangeSegment(ctx.actor, segment).ok;
  return { ...segment, mayChange, count: await countOrNull(ctx, segment) };
}

/** Null where it names a place that is gone, or not there for the actor. */
async function countOrNull(ctx: TenantContext, { filter }: Segment): Promise<number | null> {
  try {
    return await countFilter(ctx, filter);
  } catch (error) {
    if (error instanceof Refusal && error.code === "invalid_input") return null;
    throw error;
  }
}
