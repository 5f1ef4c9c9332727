import "server-only";
import { canManageMembers } from "@/lib/members/policy";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { undoUntil } from "../rules";
import type { Merge } from "../types";

const MOST_MERGES = 50;

type Where = { id: string } | { intoId: string };

/** The records that went into a person's, newest first. @throws Refusal `not_allowed` */
export async function listMerges(ctx: TenantContext, memberId: string): Promise<Merge[]> {
  authorize(canManageMembers(ctx.actor));
  return select(ctx, { intoId: memberId });
}

/** One merge. @throws Refusal `not_found`, `not_allowed` */
export async function getMerge(ctx: TenantContext, id: string): Promise<Merge> {
  authorize(canManageMembers(ctx.actor));
  const [merge] = await select(ctx, { id });
  if (!merge) throw notFound();
  return merge;
}

async function select(ctx: TenantContext, where: Where): Promise<Merge[]> {
  const rows = await ctx.db.memberMerge.findMany({
    where,
    select: { id: true, intoId: true, fromId: true, fromName: true, mergedAt: true, undoneAt: true },
    orderBy: { id: "desc" },
    take: MOST_MERGES,
  });
  return rows.map(({ intoId, fromId, fromName, ...row }) => ({
    ...row,
    memberId: intoId,
    mergedId: fromId,
    mergedName: fromName,
    undoUntil: undoUntil(row, ctx.now),
  }));
}
