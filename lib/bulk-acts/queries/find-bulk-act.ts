import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { canActInBulk } from "../policy";
import { rowsOf } from "../rules";
import type { BulkAct, BulkAction } from "../types";

const columns = {
  id: true,
  action: true,
  status: true,
  code: true,
  communityIds: true,
  groupIds: true,
  tags: true,
  peopleCount: true,
  doneCount: true,
  unchangedCount: true,
  refusedCount: true,
  createdBy: true,
  createdAt: true,
  finishedAt: true,
} as const;

/** An act and how far it is. @throws Refusal `not_allowed`, `not_found` */
export async function getBulkAct(ctx: TenantContext, id: string): Promise<BulkAct> {
  authorize(canActInBulk(ctx.actor));
  const row = isId(id) ? await ctx.db.bulkAct.findFirst({ where: { id }, select: columns }) : null;
  if (!row) throw notFound();
  return toAct(row);
}

/** The acts of the tenant, newest first. @throws Refusal `not_allowed`, `invalid_cursor` */
export async function listBulkActs(
  ctx: TenantContext,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<BulkAct>> {
  authorize(canActInBulk(ctx.actor));
  const before = cursor ? String(decodeCursor(cursor, z.tuple([z.uuid()]))[0]) : undefined;
  const rows = await ctx.db.bulkAct.findMany({
    where: before ? { id: { lt: before } } : {},
    select: columns,
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return pageOf(rows.map(toAct), limit, ({ id }) => [id]);
}

type Row = Omit<BulkAct, "people" | "rows" | "counts" | "action" | "status"> & {
  action: string;
  status: string;
} & Record<"peopleCount" | "doneCount" | "unchangedCount" | "refusedCount", number>;

function toAct({ peopleCount, doneCount, unchangedCount, refusedCount, ...row }: Row): BulkAct {
  return {
    ...row,
    action: row.action as BulkAction,
    status: row.status as BulkAct["status"],
    people: peopleCount,
    rows: rowsOf({ ...row, people: peopleCount }),
    counts: { done: doneCount, unchanged: unchangedCount, refused: refusedCount },
  };
}
