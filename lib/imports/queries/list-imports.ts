import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { canRunImports } from "../policy";
import type { ImportView } from "../types";
import { importColumns, viewOf } from "./import-view";

/** Lists show the first faults only; the import itself has them all. */
const ERRORS_IN_LISTS = 100;
const place: z.ZodType<[string, string]> = z.tuple([z.iso.datetime(), z.uuid()]);

/** Imports, newest first. `onlyReal` leaves dry runs out. @throws Refusal `not_allowed`, `invalid_cursor` */
export async function listImports(
  ctx: TenantContext,
  given: { limit: number; cursor?: string | undefined; onlyReal?: boolean },
): Promise<Page<ImportView>> {
  authorize(canRunImports(ctx.actor));
  const [at = "", id = ""] = given.cursor ? decodeCursor(given.cursor, place).map(String) : [];
  const rows = await ctx.db.import.findMany({
    where: {
      ...(given.onlyReal && { dryRun: false }),
      ...(at !== "" && { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: given.limit + 1,
    select: importColumns,
  });
  const page = pageOf(rows, given.limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { ...page, data: page.data.map((row) => viewOf(ctx, row, ERRORS_IN_LISTS)) };
}
