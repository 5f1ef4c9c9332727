import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BanSection } from "@/components/bans/ban-section";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { liftBanAction } from "@/lib/bans/actions";
import { listBanPlaces } from "@/lib/bans/queries/list-ban-places";
import { listBans } from "@/lib/bans/queries/list-bans";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type BansPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ cursor?: string; lifted?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bans"))("title") };
}

export default async function BansPage({ params, searchParams }: BansPageProps) {
  const [{ tenant: slug }, { cursor, lifted }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const showsLifted = lifted === "1";
  const [t, members, zone, bans] = await Promise.all([
    getTranslations("bans"),
    getTranslations("members"),
    findTimezone(ctx),
    pageOr404(listBans(ctx, { lifted: showsLifted, limit: 50, cursor })),
  ]);
  const names = await listBanPlaces(ctx, bans.data);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        back={
          <a className="link w-fit" href={`/t/${slug}/members`}>
            {members("card.back")}
          </a>
        }
      />
      <BanSection
        lift={liftBanAction.bind(null, slug)}
        here={`/t/${slug}/members/bans`}
        page={bans}
        placeOf={(ban) => names.get(ban.groupId ?? ban.communityId ?? "") ?? t("organization")}
        zone={zone}
        lifted={showsLifted}
      />
    </>
  );
}
