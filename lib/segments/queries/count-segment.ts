import "server-only";
import { countListed } from "@/lib/members/queries/count-members";
import type { TenantContext } from "@/lib/platform/context";
import { checkFilter } from "../check-filter";
import type { SegmentFilter } from "../schema";
import { segmentConditions } from "./segment-conditions";

/** How many of the people whom the actor may see a filter finds now (P12). @throws Refusal as `checkFilter` does. */
export async function countFilter(ctx: TenantContext, filter: SegmentFilter): Promise<number> {
  await checkFilter(ctx, filter);
  return await countListed(ctx, await segmentConditions(ctx, filter));
}
