import { cache } from "react";
import { type MemberContext, requireMember } from "@/lib/accounts/load-context";
import { countUnreadAnnouncements } from "@/lib/announcements/queries/list-feed";
import { countUnseenFeedback } from "@/lib/feedback/queries/list-own-feedback";
import { listManagedPlaces } from "@/lib/invites/queries/list-managed-places";
import { findTenant, type TenantFace } from "@/lib/tenants/queries/find-tenant";

export type Portal = { ctx: MemberContext; tenant: TenantFace; badges: Record<string, number> };

/** Who looks at the portal, and what its frame shows. */
export const loadPortal = cache(async (slug: string): Promise<Portal> => {
  const ctx = await requireMember(slug);
  const [tenant, announcements, ideas, managed] = await Promise.all([
    findTenant(ctx),
    countUnreadAnnouncements(ctx),
    countUnseenFeedback(ctx),
    listManagedPlaces(ctx),
  ]);
  // A request for a room is in its community's count too: whoever leads both is told of it once.
  const led = new Set(managed.flatMap(({ communityId, groupId }) => (groupId === null ? communityId : [])));
  const groups = managed
    .filter(({ communityId, groupId }) => groupId === null || !led.has(communityId))
    .reduce((sum, { requests, suggestions }) => sum + requests + suggestions, 0);
  return { ctx, tenant, badges: { announcements, groups, ideas } };
});
