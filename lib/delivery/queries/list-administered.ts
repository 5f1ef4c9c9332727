import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** The communities in which the actor's own member record is an admin (R3): none for those who have no record. */
export async function listAdministeredCommunityIds(ctx: TenantContext): Promise<readonly string[]> {
  const memberId = ctx.actor.kind === "system" ? null : ctx.actor.memberId;
  if (!memberId) return [];
  const rows = await ctx.db.communityMember.findMany({
    where: { memberId, role: "admin" },
    select: { communityId: true },
  });
  return rows.map((row) => row.communityId);
}
