import "server-only";
import { canManageMembers } from "@/lib/members/policy";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { type FieldIssue, invalidInput } from "@/lib/shared/refusal";

export type Couple = { memberIds: readonly [string, string] };

/**
 * Remembers that two records are two people, so that nobody is asked about them again. Again changes nothing.
 * @throws Refusal `not_allowed`, `invalid_input`: `unknown_id`, `same_person`
 */
export async function tellApart(ctx: TenantContext, { memberIds }: Couple): Promise<void> {
  authorize(canManageMembers(ctx.actor));
  const [one, other] = await checkCouple(ctx, memberIds);
  const decidedBy = ctx.actor.kind === "staff" ? ctx.actor.staffId : null;
  await ctx.db.distinctPair.createMany({
    data: [{ oneId: one, otherId: other, decidedBy, decidedAt: ctx.now }],
    skipDuplicates: true,
  });
}

/**
 * Takes that back: the two may be asked about again. Again changes nothing.
 * @throws Refusal `not_allowed`, `invalid_input`: `unknown_id`, `same_person`
 */
export async function forgetApart(ctx: TenantContext, { memberIds }: Couple): Promise<void> {
  authorize(canManageMembers(ctx.actor));
  const [oneId, otherId] = await checkCouple(ctx, memberIds);
  await ctx.db.distinctPair.deleteMany({ where: { oneId, otherId } });
}

/** Both are there and are two records. @returns the smaller id first */
async function checkCouple(ctx: TenantContext, memberIds: Couple["memberIds"]): Promise<[string, string]> {
  const [one, other] = memberIds;
  if (one === other) throw invalidInput({ path: "memberIds.1", code: "same_person" });
  const known = await ctx.db.member.findMany({ where: { id: { in: [one, other] } }, select: { id: true } });
  const issues = memberIds.flatMap((id, index): FieldIssue[] =>
    known.some((row) => row.id === id) ? [] : [{ path: `memberIds.${index}`, code: "unknown_id" }],
  );
  if (issues.length > 0) throw invalidInput(...issues);
  return one < other ? [one, other] : [other, one];
}
