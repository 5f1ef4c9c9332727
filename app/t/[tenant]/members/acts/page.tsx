import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BulkActList } from "@/components/bulk-acts/bulk-act-list";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/accounts/load-context";
import { canActInBulk } from "@/lib/bulk-acts/policy";
import { listBulkActs } from "@/lib/bulk-acts/queries/find-bulk-act";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

const PAGE_SIZE = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bulkActs"))("list") };
}

type BulkActsPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ cursor?: string }>;
};

export default async function BulkActsPage({ params, searchParams }: BulkActsPageProps) {
  const [{ tenant: slug }, { cursor }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  if (!canActInBulk(ctx.actor).ok) notFound();
  const [t, page, zone] = await Promise.all([
    getTranslations("bulkActs"),
    pageOr404(listBulkActs(ctx, { limit: PAGE_SIZE, cursor })),
    findTimezone(ctx),
  ]);
  const here = `/t/${slug}/members/acts`;
  return (
    <>
      <PageHeader
        title={t("list")}
        description={t("listBody")}
        back={
          <a className="link w-fit" href={`/t/${slug}/members`}>
            {t("back")}
          </a>
        }
      />
      <BulkActList slug={slug} acts={page.data} zone={zone} />
      <Pagination
        nextHref={page.nextCursor ? `${here}?cursor=${page.nextCursor}` : undefined}
        firstHref={cursor ? here : undefined}
      />
    </>
  );
}
