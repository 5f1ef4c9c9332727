import "server-only";
import { z } from "zod";
import { canManageMembers } from "@/lib/members/policy";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { ListedMember } from "@/lib/members/types";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { withoutRepetition } from "../rules";
import { type SuspicionPlace, suspicionsAfter, suspicionsOf } from "../suspicions-sql";
import type { Evidence, ShownSuspicion, Suspicion } from "../types";

type SuspicionsPage = { limit: number; cursor?: string | undefined };
const id = z.string().refine(isId);

/**
 * Records that may be one person, with the evidence, the strongest first (X20); without those of whom somebody said that they
 * are two. @throws Refusal `not_allowed`, `invalid_cursor`
 */
export async function listSuspicions(
  ctx: TenantContext,
  { limit, cursor }: SuspicionsPage,
): Promise<Page<ShownSuspicion>> {
  authorize(canManageMembers(ctx.actor));
  const rows = await suspicionsAfter(ctx.db, { after: placeOf(cursor), limit: limit + 1 });
  const { data, nextCursor } = pageOf(rows, limit, (row) => [row.strength, row.oneId, row.otherId]);
  return { data: await withPeople(ctx, data), nextCursor };
}

function placeOf(cursor: string | undefined): SuspicionPlace | null {
  if (cursor === undefined) return null;
  const [strength, oneId, otherId] = decodeCursor(cursor, z.tuple([z.int(), id, id]));
  return { strength: Number(strength), oneId: String(oneId), otherId: String(otherId) };
}

/** The pairs of whom somebody said that they are two people. @throws Refusal `not_allowed`, `invalid_cursor` */
export async function listToldApart(
  ctx: TenantContext,
  { limit, cursor }: SuspicionsPage,
): Promise<Page<ShownSuspicion>> {
  authorize(canManageMembers(ctx.actor));
  const [oneId, otherId] = cursor ? decodeCursor(cursor, z.tuple([id, id])).map(String) : [];
  const rows = await ctx.db.distinctPair.findMany({
    where: oneId && otherId ? { OR: [{ oneId: { gt: oneId } }, { oneId, otherId: { gt: otherId } }] } : {},
    select: { oneId: true, otherId: true },
    orderBy: [{ oneId: "asc" }, { otherId: "asc" }],
    take: limit + 1,
  });
  const { data, nextCursor } = pageOf(rows, limit, (row) => [row.oneId, row.otherId]);
  return {
    data: await withPeople(
      ctx,
      data.map((row) => ({ ...row, evidence: [] })),
    ),
    nextCursor,
  };
}

const MOST_SUSPECTS = 20;

/** Who may be the same person as somebody, with the evidence. @throws Refusal `not_allowed` */
export async function listSuspects(
  ctx: TenantContext,
  memberId: string,
): Promise<{ person: ListedMember; evidence: Evidence[] }[]> {
  authorize(canManageMembers(ctx.actor));
  const rows = await suspicionsOf(ctx.db, memberId, MOST_SUSPECTS);
  const people = await viewMembers(
    ctx,
    rows.map(({ otherId }) => otherId),
  );
  return rows.flatMap(({ otherId, evidence }) => {
    const person = people.get(otherId);
    return person ? [{ person, evidence: withoutRepetition(evidence) }] : [];
  });
}

async function withPeople(ctx: TenantContext, rows: readonly Suspicion[]): Promise<ShownSuspicion[]> {
  const people = await viewMembers(
    ctx,
    rows.flatMap(({ oneId, otherId }) => [oneId, otherId]),
  );
  return rows.flatMap(({ oneId, otherId, evidence }): ShownSuspicion[] => {
    const [one, other] = [people.get(oneId), people.get(otherId)];
    return one && other ? [{ people: [one, other], evidence: withoutRepetition(evidence) }] : [];
  });
}
