import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnnouncementList } from "@/components/announcements/announcement-list";
import { EmptyState } from "@/components/ui/empty-state";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabNav } from "@/components/ui/tab-nav";
import { requireStaff } from "@/lib/accounts/load-context";
import { listAnnouncements } from "@/lib/announcements/queries/list-announcements";
import { type AnnouncementView, STATUSES_OF_VIEW, viewFrom } from "@/lib/announcements/view-rules";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { canUseTemplates } from "@/lib/templates/policy";
import { canAsStaff } from "@/lib/tenants/policy";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type PageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ view?: string; cursor?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("layout"))("sections.announcements") };
}

export default async function AnnouncementsPage({ params, searchParams }: PageProps) {
  const { tenant: slug } = await params;
  const { view: wanted, cursor } = await searchParams;
  const ctx = await requireStaff(slug);
  const view = viewFrom(wanted);
  const [t, page, timezone] = await Promise.all([
    getTranslations("announcements.list"),
    pageOr404(listAnnouncements(ctx, { statuses: STATUSES_OF_VIEW[view], limit: 30, cursor })),
    findTimezone(ctx),
  ]);
  const path = `/t/${slug}/announcements`;
  const mayWrite = canAsStaff(ctx.actor, "announcements.send").ok;
  const write = mayWrite && (
    <LinkButton href={`${path}/new`} variant="primary">
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <LinkButton href={`${path}/calendar`}>{t("calendar")}</LinkButton>
            {canAsStaff(ctx.actor, "relay.post").ok && (
              <LinkButton href={`${path}/relay`}>{t("relay")}</LinkButton>
            )}
            {canUseTemplates(ctx.actor).ok && (
              <LinkButton href={`${path}/templates`}>{t("templates")}</LinkButton>
            )}
            {write}
          </>
        }
      />
      <TabNav
        label={t("filter")}
        tabs={(Object.keys(STATUSES_OF_VIEW) as AnnouncementView[]).map((name) => ({
          href: name === "all" ? path : `${path}?view=${name}`,
          label: t(`views.${name}`),
          current: name === view,
        }))}
      />
      <div className="mt-5 grid gap-5">
        {page.data.length === 0 ? (
          <EmptyState
            drawing={<HouseDrawing part="megaphone" />}
            title={view === "all" ? t("empty") : t("emptyView")}
            actions={write}
          >
            {view === "all" && t("emptyHint")}
          </EmptyState>
        ) : (
          <AnnouncementList slug={slug} announcements={page.data} zone={timezone} />
        )}
        <Pagination
          nextHref={page.nextCursor ? `${path}?view=${view}&cursor=${page.nextCursor}` : undefined}
          firstHref={cursor ? `${path}?view=${view}` : undefined}
        />
      </div>
    </>
  );
}
