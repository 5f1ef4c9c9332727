import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { House } from "@/components/communities/house";
import { HouseList } from "@/components/communities/house-list";
import { exactCount } from "@/components/communities/picture";
import { SideCards } from "@/components/communities/side-cards";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManageGroups } from "@/lib/communities/policy";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { getCommunity } from "@/lib/communities/queries/list-communities";
import { listLonePlaces } from "@/lib/communities/queries/list-lone-places";
import { listGroups } from "@/lib/groups/queries/list-groups";
import { countSuggestions } from "@/lib/groups/queries/list-suggestions";
import { countJoinRequests } from "@/lib/invites/queries/count-join-requests";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findLimits } from "@/lib/tenants/queries/find-limits";

type HousePageProps = {
  params: Promise<{ tenant: string; communityId: string }>;
  searchParams: Promise<{ view?: string }>;
};

export async function generateMetadata({ params }: HousePageProps): Promise<Metadata> {
  const { tenant, communityId } = await params;
  const community = await pageOr404(getCommunity(await requireStaff(tenant), communityId));
  return { title: community.name };
}

export default async function HousePage({ params, searchParams }: HousePageProps) {
  const [{ tenant: slug, communityId }, { view }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const [t, community, standing, { data: groups }, limits, lone, waiting, suggestions] = await Promise.all([
    getTranslations("communities.house"),
    pageOr404(getCommunity(ctx, communityId)),
    pageOr404(findStanding(ctx, communityId)),
    pageOr404(listGroups(ctx, { communityId, limit: 200 })),
    findLimits(ctx),
    listLonePlaces(ctx, { communityId }),
    countJoinRequests(ctx, communityId),
    countSuggestions(ctx, communityId),
  ]);
  const base = `/t/${slug}/communities/${communityId}`;
  const mayCreate = canManageGroups(ctx.actor, standing).ok && community.archivedAt === null;
  const asList = view === "list";
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_280px]">
      <section aria-labelledby="house-title" className="grid gap-3">
        <div className="flex flex-wrap items-baseline justify-between gap-3">
          <h2 id="house-title" className="text-h3">
            {t("title")}
          </h2>
          <Link href={asList ? base : `${base}?view=list`} className="link text-meta" scroll={false}>
            {t(asList ? "asHouse" : "asList")}
          </Link>
        </div>
        {asList ? (
          <HouseList base={base} groups={groups} />
        ) : (
          <House slug={slug} community={community} groups={groups} limits={limits} mayCreate={mayCreate} />
        )}
      </section>
      <SideCards
        base={base}
        community={community}
        limits={limits}
        seats={groups.reduce((sum, group) => sum + exactCount(group.memberCount), 0)}
        waiting={waiting}
        suggestions={suggestions}
        lone={lone}
      />
    </div>
  );
}
