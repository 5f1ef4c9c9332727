import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SuspicionList } from "@/components/merges/suspicion-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabNav } from "@/components/ui/tab-nav";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManageMembers } from "@/lib/members/policy";
import { listSuspicions, listToldApart } from "@/lib/merges/queries/list-suspicions";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

const PAGE_SIZE = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members.duplicates"))("title") };
}

type DuplicatesPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ cursor?: string; apart?: string }>;
};

export default async function DuplicatesPage({ params, searchParams }: DuplicatesPageProps) {
  const [{ tenant: slug }, { cursor, apart }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  if (!canManageMembers(ctx.actor).ok) notFound();
  const areToldApart = apart === "1";
  const list = areToldApart ? listToldApart : listSuspicions;
  const [t, page, zone] = await Promise.all([
    getTranslations("members.duplicates"),
    pageOr404(list(ctx, { limit: PAGE_SIZE, cursor })),
    findTimezone(ctx),
  ]);
  const here = `/t/${slug}/members/duplicates`;
  const current = areToldApart ? `${here}?apart=1` : here;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        back={
          <a className="link w-fit" href={`/t/${slug}/members`}>
            {t("back")}
          </a>
        }
      />
      <div className="grid gap-4">
        <TabNav
          label={t("show")}
          tabs={[
            { href: here, label: t("open"), current: !areToldApart },
            { href: `${here}?apart=1`, label: t("apart"), current: areToldApart },
          ]}
        />
        {page.data.length === 0 ? (
          <EmptyState title={t(areToldApart ? "noneApart" : "none")}>
            {t(areToldApart ? "noneApartBody" : "noneBody")}
          </EmptyState>
        ) : (
          <SuspicionList slug={slug} suspicions={page.data} areToldApart={areToldApart} zone={zone} />
        )}
        <Pagination
          nextHref={
            page.nextCursor ? `${current}${areToldApart ? "&" : "?"}cursor=${page.nextCursor}` : undefined
          }
          firstHref={cursor ? current : undefined}
        />
      </div>
    </>
  );
}
