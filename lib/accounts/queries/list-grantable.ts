import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canInviteStaff } from "../policy";
import type { GrantableCommunity } from "../types";

/** The communities that can be granted to a marketer or agent, by name. @throws Refusal `not_allowed`. */
export async function listGrantable(ctx: TenantContext): Promise<GrantableCommunity[]> {
  authorize(canInviteStaff(ctx.actor));
  return ctx.db.community.findMany({
    where: { archivedAt: null },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
    take: 500,
  });
}
