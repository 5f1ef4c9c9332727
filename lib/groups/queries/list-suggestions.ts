import "server-only";
import { z } from "zod";
import { canManageGroups } from "@/lib/communities/policy";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { withinSight } from "@/lib/shared/actor";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import type { GroupSuggestion, OwnSuggestion, SuggestionStatus } from "../types";

const fields = {
  id: true,
  communityId: true,
  memberId: true,
  name: true,
  description: true,
  status: true,
  reason: true,
  groupId: true,
  createdAt: true,
} as const;

type Row = Omit<GroupSuggestion, "status" | "memberName"> & { status: string };

/**
 * Suggested rooms of a community, those that wait first come first. Who suggested shows to those who may see them (P).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor`
 */
export async function listSuggestions(
  ctx: TenantContext,
  {
    communityId,
    status = "pending",
    limit,
    cursor,
  }: { communityId: string; status?: SuggestionStatus; limit: number; cursor?: string | undefined },
): Promise<Page<GroupSuggestion>> {
  authorize(canManageGroups(ctx.actor, await findStanding(ctx, communityId)));
  const [after] = cursor ? decodeCursor(cursor, z.tuple([z.uuid()])) : [];
  const rows = await ctx.db.groupSuggestion.findMany({
    where: { communityId, status, ...(after !== undefined && { id: { gt: String(after) } }) },
    select: fields,
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  const { data, nextCursor } = pageOf(rows, limit, (row) => [row.id]);
  return { data: await named(ctx, data), nextCursor };
}

/** One suggestion, for those who decide it. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function getSuggestion(ctx: TenantContext, id: string): Promise<GroupSuggestion> {
  const row = await ctx.db.groupSuggestion.findFirst({ where: { id }, select: fields });
  if (!row) throw notFound();
  authorize(canManageGroups(ctx.actor, await findStanding(ctx, row.communityId)));
  const [suggestion] = await named(ctx, [row]);
  if (!suggestion) throw notFound();
  return suggestion;
}

/** How many wait to be decided; none for those who do not decide. @throws Refusal `not_found` */
export async function countSuggestions(ctx: TenantContext, communityId: string): Promise<number> {
  if (!canManageGroups(ctx.actor, await findStanding(ctx, communityId)).ok) return 0;
  return ctx.db.groupSuggestion.count({ where: { communityId, status: "pending" } });
}

/** What the acting member has suggested, newest first. */
export async function listOwnSuggestions(ctx: TenantContext): Promise<OwnSuggestion[]> {
  if (ctx.actor.kind !== "member") return [];
  const rows = await ctx.db.groupSuggestion.findMany({
    where: { memberId: ctx.actor.memberId, ...withinSight(ctx.actor) },
    select: { id: true, name: true, status: true, reason: true, groupId: true, createdAt: true },
    orderBy: { id: "desc" },
    take: 20,
  });
  return rows.map((row) => ({ ...row, status: row.status as SuggestionStatus }));
}

async function named(ctx: TenantContext, rows: readonly Row[]): Promise<GroupSuggestion[]> {
  const people = await viewMembers(
    ctx,
    rows.flatMap(({ memberId }) => memberId ?? []),
  );
  return rows.map((row) => {
    const person = row.memberId === null ? undefined : people.get(row.memberId);
    const memberName = person?.name ?? null;
    return { ...row, status: row.status as SuggestionStatus, memberId: person?.id ?? null, memberName };
  });
}
