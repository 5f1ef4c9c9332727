import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HistoryLink } from "@/components/audit-log/history-link";
import { SegmentForm } from "@/components/segments/segment-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { canChangeSegment } from "@/lib/segments/policy";
import { getSegment } from "@/lib/segments/queries/find-segment";
import { listBuilderChoices } from "@/lib/segments/queries/list-builder-choices";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("segments"))("edit") };
}

type SegmentPageProps = { params: Promise<{ tenant: string; id: string }> };

export default async function SegmentPage({ params }: SegmentPageProps) {
  const { tenant: slug, id } = await params;
  const ctx = await requireStaff(slug);
  const segment = await pageOr404(getSegment(ctx, id));
  if (!canChangeSegment(ctx.actor, segment).ok) notFound();
  const [t, choices] = await Promise.all([getTranslations("segments"), listBuilderChoices(ctx)]);
  return (
    <>
      <PageHeader
        title={segment.name}
        description={t("newBody")}
        actions={<HistoryLink slug={slug} actor={ctx.actor} subjectId={id} />}
      />
      <SegmentForm slug={slug} choices={choices} segment={segment} />
    </>
  );
}
