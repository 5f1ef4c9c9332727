import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SegmentForm } from "@/components/segments/segment-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { listBuilderChoices } from "@/lib/segments/queries/list-builder-choices";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("segments"))("new") };
}

export default async function NewSegmentPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  const [t, choices] = await Promise.all([getTranslations("segments"), pageOr404(listBuilderChoices(ctx))]);
  return (
    <>
      <PageHeader title={t("new")} description={t("newBody")} />
      <SegmentForm slug={slug} choices={choices} />
    </>
  );
}
