import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** How many administer a community: one alone is flagged (H9). The caller has seen the community. */
export async function countCommunityAdmins(ctx: TenantContext, communityId: string): Promise<number> {
  const row = await ctx.db.community.findFirst({ where: { id: communityId }, select: { adminCount: true } });
  return row?.adminCount ?? 0;
}
