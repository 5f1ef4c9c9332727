import { cache } from "react";
import { type MemberContext, requireMember } from "@/lib/accounts/load-context";
import { countUnreadAnnouncements } from "@/lib/announcements/queries/list-feed";
import { countUnseenFeedback } from "@/lib/feedback/queries/list-own-feedback";
import { findTenant, type TenantFace } from "@/lib/tenants/queries/find-tenant";

export type Portal = { ctx: MemberContext; tenant: TenantFace; badges: Record<string, number> };

/** Who looks at the portal, and what its frame shows. */
export const loadPortal = cache(async (slug: string): Promise<Portal> => {
  const ctx = await requireMember(slug);
  const [tenant, announcements, ideas] = await Promise.all([
    findTenant(ctx),
    countUnreadAnnouncements(ctx),
    countUnseenFeedback(ctx),
  ]);
  return { ctx, tenant, badges: { announcements, ideas } };
});
