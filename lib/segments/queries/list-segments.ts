import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { canUseSegments } from "../policy";
import type { Segment } from "../types";
import { findSegmentsBefore, readableOf } from "./find-segment";

/** The segments in use that are there for the actor, newest first. @throws Refusal `not_allowed`, `invalid_cursor` */
export async function listSegments(
  ctx: TenantContext,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Segment>> {
  authorize(canUseSegments(ctx.actor));
  const before = cursor ? String(decodeCursor(cursor, z.tuple([z.uuid()]))[0]) : undefined;
  const rows = await findSegmentsBefore(ctx, before, limit + 1);
  const { data, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
  return { data: await readableOf(ctx, data), nextCursor };
}
