import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeopleSection } from "@/components/communities/people-section";
import { staffActions } from "@/components/communities/staff-actions";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManageBans } from "@/lib/bans/policy";
import { canActInBulk } from "@/lib/bulk-acts/policy";
import { canManageMemberships } from "@/lib/communities/policy";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { listCommunityMembers } from "@/lib/memberships/queries/list-memberships";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type MembersPageProps = {
  params: Promise<{ tenant: string; communityId: string }>;
  searchParams: Promise<{ cursor?: string; role?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("communities.members"))("title") };
}

export default async function CommunityMembersPage({ params, searchParams }: MembersPageProps) {
  const [{ tenant: slug, communityId }, { cursor, role }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const onlyAdmins = role === "admin";
  const [t, standing, page, zone] = await Promise.all([
    getTranslations("communities.members"),
    pageOr404(findStanding(ctx, communityId)),
    pageOr404(
      listCommunityMembers(ctx, communityId, { limit: 50, cursor, ...(onlyAdmins && { role: "admin" }) }),
    ),
    findTimezone(ctx),
  ]);
  const here = `/t/${slug}/communities/${communityId}/members`;
  const mayManage = canManageMemberships(ctx.actor, standing).ok;
  const bulkHref = canActInBulk(ctx.actor).ok
    ? `/t/${slug}/members?communityId=${communityId}`
    : `${here}/bulk`;
  return (
    <PeopleSection
      title={t("title")}
      here={here}
      bansHref={canManageBans(ctx.actor, standing, null).ok ? `${here}/bans` : undefined}
      place={{ communityId }}
      page={page}
      zone={zone}
      addHref={mayManage ? `${here}/add` : undefined}
      bulkHref={mayManage ? bulkHref : undefined}
      actions={mayManage ? staffActions(slug) : null}
      onlyAdmins={onlyAdmins}
      isFirstPage={cursor === undefined}
    />
  );
}
