import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SegmentList } from "@/components/segments/segment-list";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { findFields } from "@/lib/fields/queries/list-fields";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { canUseSegments } from "@/lib/segments/policy";
import { listCountedSegments } from "@/lib/segments/queries/list-counted-segments";

type SegmentsPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ cursor?: string }>;
};

const PAGE_SIZE = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("segments"))("title") };
}

export default async function SegmentsPage({ params, searchParams }: SegmentsPageProps) {
  const [{ tenant: slug }, { cursor }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  if (!canUseSegments(ctx.actor).ok) notFound();
  const [t, fields, page] = await Promise.all([
    getTranslations("segments"),
    findFields(ctx),
    pageOr404(listCountedSegments(ctx, { limit: PAGE_SIZE, cursor })),
  ]);
  const here = `/t/${slug}/members`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        back={
          <a className="link w-fit" href={here}>
            {t("back")}
          </a>
        }
        actions={
          <LinkButton href={`${here}/segments/new`} variant="primary" icon={<Icon of={Plus} size={16} />}>
            {t("new")}
          </LinkButton>
        }
      />
      <SegmentList slug={slug} segments={page.data} fields={fields} nextCursor={page.nextCursor} />
    </>
  );
}
