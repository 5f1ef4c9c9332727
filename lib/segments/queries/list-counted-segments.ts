import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { Page } from "@/lib/platform/http/cursor";
import { canChangeSegment } from "../policy";
import type { CountedSegment } from "../types";
import { countSegment } from "./count-segment";
import { listSegments } from "./list-segments";

/** The same as `listSegments`, with how many people each finds now. @throws Refusal `not_allowed`, `invalid_cursor` */
export async function listCountedSegments(
  ctx: TenantContext,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<CountedSegment>> {
  const { data, nextCursor } = await listSegments(ctx, page);
  const counts = await Promise.all(data.map((segment) => countSegment(ctx, segment)));
  return {
    data: data.map((segment, place) => ({
      ...segment,
      count: counts[place] ?? 0,
      mayChange: canChangeSegment(ctx.actor, segment).ok,
    })),
    nextCursor,
  };
}
