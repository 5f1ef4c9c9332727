import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { communitiesInReach } from "@/lib/tenants/policy";

const MOST_COMMUNITIES = 500;

/** The communities whose feedback the actor's staff role reaches, by name: the filter of the list. */
export function listFeedbackCommunities(ctx: TenantContext): Promise<{ id: string; name: string }[]> {
  const reach = communitiesInReach(ctx.actor, "feedback.view");
  return ctx.db.community.findMany({
    where: reach === null ? {} : { id: { in: [...reach] } },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_COMMUNITIES,
  });
}
