import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { canSeeAs } from "../policy";

/**
 * The communities in which an actor may look through others' eyes (P15): null is all of them, for owner and admin; for
 * everybody else those that they administer by their own member record.
 */
export async function seeAsReach(ctx: TenantContext): Promise<readonly string[] | null> {
  if (canSeeAs(ctx.actor).ok) return null;
  const memberId = ctx.actor.kind === "system" ? null : ctx.actor.memberId;
  if (!memberId) return [];
  const rows = await ctx.db.communityMember.findMany({
    where: { memberId, role: "admin" },
    select: { communityId: true },
    orderBy: { communityId: "asc" },
  });
  return rows.map(({ communityId }) => communityId);
}

/** Whether somebody is in one of these communities. */
export async function isWithin(
  ctx: TenantContext,
  memberId: string,
  communityIds: readonly string[],
): Promise<boolean> {
  const where = { memberId, communityId: { in: [...communityIds] } };
  return (await ctx.db.communityMember.count({ where })) > 0;
}
