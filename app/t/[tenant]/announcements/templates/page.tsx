import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { TemplateList } from "@/components/templates/template-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/accounts/load-context";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { canChangeTemplate } from "@/lib/templates/policy";
import { listTemplates } from "@/lib/templates/queries/list-templates";

type PageProps = { params: Promise<{ tenant: string }>; searchParams: Promise<{ cursor?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("announcements.templates"))("title") };
}

export default async function TemplatesPage({ params, searchParams }: PageProps) {
  const [{ tenant: slug }, { cursor }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const [t, page] = await Promise.all([
    getTranslations("announcements.templates"),
    pageOr404(listTemplates(ctx, { limit: 30, cursor })),
  ]);
  const here = `/t/${slug}/announcements`;
  const templates = page.data.map((template) => ({
    ...template,
    mayChange: canChangeTemplate(ctx.actor, template).ok,
  }));
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        back={
          <Link className="link w-fit" href={here}>
            {t("back")}
          </Link>
        }
        actions={
          <LinkButton href={`${here}/templates/new`} variant="primary">
            {t("new")}
          </LinkButton>
        }
      />
      <TemplateList slug={slug} templates={templates} />
      <Pagination
        nextHref={page.nextCursor ? `${here}/templates?cursor=${page.nextCursor}` : undefined}
        firstHref={cursor ? `${here}/templates` : undefined}
      />
    </>
  );
}
