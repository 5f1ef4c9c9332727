import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { canAsStaff, communitiesInReach } from "../policy";
import type { Overview } from "../types";

const OPEN_FEEDBACK = ["new", "triaged", "planned", "in_progress"];

/** The numbers of the first page, over what the actor may see; null: this actor sees no communities at all. */
export async function getOverview(ctx: TenantContext): Promise<Overview | null> {
  if (!canAsStaff(ctx.actor, "communities.view").ok) return null;
  const reach = communitiesInReach(ctx.actor, "communities.view");
  const only = reach && [...reach];
  const [communities, scheduled, openFeedback] = await Promise.all([
    ctx.db.community.aggregate({
      where: { archivedAt: null, ...(only ? { id: { in: only } } : {}) },
      _count: { _all: true },
      _sum: { memberCount: true },
    }),
    only ? null : ctx.db.announcement.count({ where: { status: "scheduled" } }),
    ctx.db.feedback.count({
      where: { status: { in: OPEN_FEEDBACK }, ...(only ? { communityId: { in: only } } : {}) },
    }),
  ]);
  return {
    communities: communities._count._all,
    people: communities._sum.memberCount ?? 0,
    scheduled,
    openFeedback,
  };
}
