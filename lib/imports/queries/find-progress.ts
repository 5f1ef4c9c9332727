import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { isId } from "@/lib/shared/ids";
import { canRunImports } from "../policy";
import { AT_START } from "../rules";
import type { ImportProgress } from "../types";

/** How far an import is, without its faults; null where the actor has none of this id. */
export async function findProgress(
  ctx: TenantContext,
  id: string,
): Promise<{ status: string; done: number; total: number } | null> {
  if (!canRunImports(ctx.actor).ok || !isId(id)) return null;
  const row = await ctx.db.import.findFirst({ where: { id }, select: { status: true, progress: true } });
  if (!row) return null;
  const { next, total } = { ...AT_START, ...(row.progress as Partial<ImportProgress>) };
  return { status: row.status, done: next, total };
}
