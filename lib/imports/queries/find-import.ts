import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { canRunImports } from "../policy";
import type { ImportView } from "../types";
import { importColumns, viewOf } from "./import-view";

/** One import, its faults in the reader's language. @throws Refusal `not_allowed`, `not_found` */
export async function getImport(ctx: TenantContext, id: string): Promise<ImportView> {
  authorize(canRunImports(ctx.actor));
  const row = isId(id) ? await ctx.db.import.findFirst({ where: { id }, select: importColumns }) : null;
  if (!row) throw notFound();
  return viewOf(ctx, row);
}

/** Looks an id of a path up, whoever asks. @throws Refusal `not_found` */
export async function importExists(ctx: TenantContext, id: string): Promise<void> {
  const row = isId(id) ? await ctx.db.import.findFirst({ where: { id }, select: { id: true } }) : null;
  if (!row) throw notFound();
}
