import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BanSection } from "@/components/bans/ban-section";
import { PeopleTabs } from "@/components/communities/people-tabs";
import { requireStaff } from "@/lib/accounts/load-context";
import { liftBanAction } from "@/lib/bans/actions";
import { listBans } from "@/lib/bans/queries/list-bans";
import { getCommunity } from "@/lib/communities/queries/list-communities";
import { listGroups } from "@/lib/groups/queries/list-groups";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type BansPageProps = {
  params: Promise<{ tenant: string; communityId: string }>;
  searchParams: Promise<{ cursor?: string; lifted?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bans"))("title") };
}

export default async function CommunityBansPage({ params, searchParams }: BansPageProps) {
  const [{ tenant: slug, communityId }, { cursor, lifted }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const showsLifted = lifted === "1";
  const [t, bans, community, groups, zone] = await pageOr404(
    Promise.all([
      getTranslations("bans"),
      listBans(ctx, { communityId, lifted: showsLifted, limit: 50, cursor }),
      getCommunity(ctx, communityId),
      listGroups(ctx, { communityId, limit: 200, archived: null }),
      findTimezone(ctx),
    ]),
  );
  const names = new Map(groups.data.map((group) => [group.id, group.name]));
  const people = `/t/${slug}/communities/${communityId}/members`;
  return (
    <section aria-labelledby="bans-title" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="bans-title" className="text-h3">
          {t("title")}
        </h2>
        <p className="max-w-prose text-ink2">{t("description")}</p>
      </div>
      <PeopleTabs here={people} bansHref={`${people}/bans`} current="bans" />
      <BanSection
        lift={liftBanAction.bind(null, slug)}
        here={`${people}/bans`}
        page={bans}
        placeOf={(ban) => names.get(ban.groupId ?? "") ?? community.name}
        zone={zone}
        lifted={showsLifted}
      />
    </section>
  );
}
