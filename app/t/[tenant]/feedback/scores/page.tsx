import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FeedbackViews } from "@/components/feedback/feedback-views";
import { MeasureCard } from "@/components/feedback/measure-card";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { getScores, SCORE_DAYS } from "@/lib/feedback/queries/get-scores";
import { pageOr404 } from "@/lib/platform/http/page-or-404";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("feedback"))("scores.title") };
}

export default async function ScoresPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  const [t, { nps, csat }] = await Promise.all([
    getTranslations("feedback.scores"),
    pageOr404(getScores(ctx)),
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t("description", { days: SCORE_DAYS })} />
      <FeedbackViews slug={slug} current="scores" />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <MeasureCard measure={nps} />
        <MeasureCard measure={csat} />
      </div>
    </>
  );
}
