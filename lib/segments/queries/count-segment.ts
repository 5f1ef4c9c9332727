import "server-only";
import { countListed } from "@/lib/members/queries/count-members";
import type { TenantContext } from "@/lib/platform/context";
import { checkFilter } from "../check-filter";
import type { SegmentFilter } from "../schema";
import type { Segment } from "../types";
import { segmentConditions } from "./segment-conditions";

/** How many of the people whom the actor may see a filter finds now (P12). @throws Refusal as `checkFilter` does. */
export async function countFilter(ctx: TenantContext, filter: SegmentFilter): Promise<number> {
  await checkFilter(ctx, filter);
  return await countListed(ctx, await segmentConditions(ctx, filter));
}

/** The same for a segment that was read for the actor; a place in it that is gone has nobody in it. */
export async function countSegment(ctx: TenantContext, { filter }: Segment): Promise<number> {
  return await countListed(ctx, await segmentConditions(ctx, filter));
}
