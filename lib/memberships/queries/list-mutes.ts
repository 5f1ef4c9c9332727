import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canChooseMutes } from "../policy";

/** The rooms that somebody does not want to hear of. @throws Refusal `not_allowed` */
export async function listMutes(ctx: TenantContext, memberId: string): Promise<string[]> {
  authorize(canChooseMutes(ctx.actor, memberId));
  const rows = await ctx.db.groupMember.findMany({
    where: { memberId, mutedAt: { not: null } },
    select: { groupId: true },
    orderBy: { groupId: "asc" },
  });
  return rows.map(({ groupId }) => groupId);
}
