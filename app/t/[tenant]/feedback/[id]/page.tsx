import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AnswerForms } from "@/components/feedback/answer-forms";
import { CareForm } from "@/components/feedback/care-form";
import { FeedbackFacts } from "@/components/feedback/feedback-facts";
import { FeedbackStatusBadge } from "@/components/feedback/feedback-status";
import { FeedbackStory } from "@/components/feedback/feedback-story";
import { StatusForm } from "@/components/feedback/status-form";
import { Alert } from "@/components/ui/alert";
import { Card, SectionCard } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { getFeedbackForStaff } from "@/lib/feedback/queries/get-feedback-for-staff";
import type { FeedbackComment } from "@/lib/feedback/types";
import { Refusal } from "@/lib/shared/refusal";
import { findTenant } from "@/lib/tenants/queries/find-tenant";

type ItemPageProps = { params: Promise<{ tenant: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("feedback"))("title") };
}

export default async function FeedbackItemPage({ params }: ItemPageProps) {
  const { tenant: slug, id } = await params;
  const ctx = await requireStaff(slug);
  const [t, tenant, found] = await Promise.all([
    getTranslations("feedback"),
    findTenant(ctx),
    getFeedbackForStaff(ctx, id).catch(hideRefused),
  ]);
  const { item, comments, names, owners, canAnswer } = found;
  const nameOf = (comment: FeedbackComment) =>
    names.get(comment.authorId ?? "") ??
    (comment.authorKind === "member"
      ? t("detail.formerMember")
      : t(comment.authorKind === "staff" ? "detail.staff" : "detail.system"));
  return (
    <>
      <PageHeader
        title={item.title}
        description={<FeedbackStatusBadge status={item.status} />}
        back={
          <Link
            href={`/t/${slug}/feedback`}
            className="link inline-flex w-fit items-center gap-1.5 text-control"
          >
            <Icon of={ArrowLeft} size={16} />
            {t("detail.back")}
          </Link>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_320px]">
        <Card className="grid gap-5">
          <FeedbackFacts item={item} zone={tenant.timezone} />
          <section aria-labelledby="story" className="grid gap-4 border-line border-t pt-5">
            <h2 id="story" className="text-h3">
              {t("detail.story")}
            </h2>
            {comments.length > 0 ? (
              <FeedbackStory comments={comments} nameOf={nameOf} zone={tenant.timezone} />
            ) : (
              <p className="text-ink2">{t("detail.noStory")}</p>
            )}
          </section>
          {canAnswer ? <AnswerForms slug={slug} feedbackId={id} /> : <Alert>{t("detail.readOnly")}</Alert>}
        </Card>
        {canAnswer && (
          <div className="grid gap-6">
            <SectionCard id="status" title={t("detail.status")}>
              {item.status === "merged" ? (
                <p>
                  {t("detail.final")}{" "}
                  <Link href={`/t/${slug}/feedback/${item.mergedInto}`} className="link">
                    {t("detail.openTarget")}
                  </Link>
                </p>
              ) : (
                <StatusForm slug={slug} feedbackId={id} status={item.status} />
              )}
            </SectionCard>
            <SectionCard id="care" title={t("detail.care")}>
              <CareForm slug={slug} item={item} owners={owners} />
            </SectionCard>
          </div>
        )}
      </div>
    </>
  );
}

function hideRefused(error: unknown): never {
  if (error instanceof Refusal) notFound();
  throw error;
}
