import { redirect } from "next/navigation";
import { cache } from "react";
import { type MemberContext, requirePortal } from "@/lib/accounts/load-context";
import { countUnreadAnnouncements } from "@/lib/announcements/queries/list-feed";
import { countUnseenFeedback } from "@/lib/feedback/queries/list-own-feedback";
import { countUnseenAnswers } from "@/lib/inbox/queries/get-own-conversation";
import { listManagedPlaces } from "@/lib/invites/queries/list-managed-places";
import { getMember } from "@/lib/members/queries/find-member";
import { sightOf } from "@/lib/shared/actor";
import { findTenant, type TenantFace } from "@/lib/tenants/queries/find-tenant";

export type Portal = {
  ctx: MemberContext;
  /** The house, and whose eyes it is seen through where somebody looks through a member's (P15). */
  tenant: TenantFace & { look: PortalLook | null };
  badges: Record<string, number>;
};
export type PortalLook = { name: string; isConfined: boolean };

/**
 * Who looks at the portal, and what its frame shows. What is a member's own affair is not for an admin of their communities
 * who looks through their eyes: only pages that say `inCommunityLook` are.
 */
export async function loadPortal(slug: string, show: { inCommunityLook?: true } = {}): Promise<Portal> {
  const portal = await loadFrame(slug);
  if (portal.tenant.look?.isConfined && !show.inCommunityLook) redirect(`/m/${slug}/looking`);
  return portal;
}

const loadFrame = cache(async (slug: string): Promise<Portal> => {
  const ctx = await requirePortal(slug);
  const isConfined = sightOf(ctx.actor) !== null;
  const [tenant, announcements, ideas, me, managed, look] = await Promise.all([
    findTenant(ctx),
    countUnreadAnnouncements(ctx),
    isConfined ? 0 : countUnseenFeedback(ctx),
    isConfined ? 0 : countUnseenAnswers(ctx),
    listManagedPlaces(ctx),
    findLook(ctx),
  ]);
  // A request for a room is in its community's count too: whoever leads both is told of it once.
  const led = new Set(managed.flatMap(({ communityId, groupId }) => (groupId === null ? communityId : [])));
  const groups = managed
    .filter(({ communityId, groupId }) => groupId === null || !led.has(communityId))
    .reduce((sum, { requests, suggestions }) => sum + requests + suggestions, 0);
  return { ctx, tenant: { ...tenant, look }, badges: { announcements, groups, ideas, me } };
});

async function findLook(ctx: MemberContext): Promise<PortalLook | null> {
  if (!ctx.actor.seenBy) return null;
  const member = await getMember(ctx, ctx.actor.memberId);
  return { name: member.name, isConfined: ctx.actor.seenBy.within !== null };
}
