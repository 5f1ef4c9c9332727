import "server-only";
import { OPEN_STATUSES } from "@/lib/feedback/rules";
import type { TenantContext } from "@/lib/platform/context";
import { canAsStaff, communitiesInReach } from "@/lib/tenants/policy";
import { countPeople } from "../people-sql";
import type { OverviewCounts } from "../types";

/** The numbers of the first page, over what the actor may see; null: this actor sees no communities at all. */
export async function countOverview(ctx: TenantContext): Promise<OverviewCounts | null> {
  if (!canAsStaff(ctx.actor, "communities.view").ok) return null;
  const reach = communitiesInReach(ctx.actor, "communities.view");
  const only = reach && [...reach];
  const [communities, people, scheduled, openFeedback] = await Promise.all([
    ctx.db.community.count({ where: { archivedAt: null, ...(only ? { id: { in: only } } : {}) } }),
    countPeople(ctx.db, only),
    only ? null : ctx.db.announcement.count({ where: { status: "scheduled" } }),
    ctx.db.feedback.count({
      where: { status: { in: [...OPEN_STATUSES] }, ...(only ? { communityId: { in: only } } : {}) },
    }),
  ]);
  return { communities, people, scheduled, openFeedback };
}
