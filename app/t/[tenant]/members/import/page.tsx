import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportList } from "@/components/imports/import-list";
import { UploadForm } from "@/components/imports/upload-form";
import { buttonStyle } from "@/components/ui/button-style";
import { SectionCard } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/accounts/load-context";
import { canRunImports } from "@/lib/imports/policy";
import { listImports } from "@/lib/imports/queries/list-imports";
import { listPlaces } from "@/lib/imports/queries/list-places";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

const PAGE_SIZE = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

type ImportsPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ cursor?: string }>;
};

export default async function ImportsPage({ params, searchParams }: ImportsPageProps) {
  const [{ tenant: slug }, { cursor }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  if (!canRunImports(ctx.actor).ok) notFound();
  const [t, places, page, zone] = await Promise.all([
    getTranslations("imports"),
    listPlaces(ctx),
    pageOr404(listImports(ctx, { limit: PAGE_SIZE, cursor, onlyReal: true })),
    findTimezone(ctx),
  ]);
  const here = `/t/${slug}/members/import`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <a href={`${here}/sample`} download className={buttonStyle("secondary")}>
            {t("sample")}
          </a>
        }
      />
      <div className="grid gap-6">
        <SectionCard id="upload" title={t("upload.title")} className="max-w-form">
          <UploadForm slug={slug} places={places} />
        </SectionCard>
        <section aria-labelledby="past" className="grid gap-3">
          <h2 id="past" className="text-h3">
            {t("list.title")}
          </h2>
          <ImportList slug={slug} imports={page.data} zone={zone} />
          <Pagination
            nextHref={page.nextCursor ? `${here}?cursor=${page.nextCursor}` : undefined}
            firstHref={cursor ? here : undefined}
          />
        </section>
      </div>
    </>
  );
}
