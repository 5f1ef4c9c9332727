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
import { MergeCard } from "@/components/feedback/merge-card";
import { OutcomeCard } from "@/components/feedback/outcome-card";
import { ShareCard } from "@/components/feedback/share-card";
import { StatusForm } from "@/components/feedback/status-form";
import { ContactNote } from "@/components/feedback-forms/contact-note";
import { Alert } from "@/components/ui/alert";
import { Card, SectionCard } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { canSend } from "@/lib/announcements/policy";
import { findAskedAnnouncement } from "@/lib/announcements/queries/find-asked-announcement";
import { listAdministeredCommunityIds } from "@/lib/delivery/queries/list-administered";
import { type FeedbackForStaff, getFeedbackForStaff } from "@/lib/feedback/queries/get-feedback-for-staff";
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
  const { item, comments, names, owners, canAnswer, twins, outcomes, mayBeShared } = found;
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
          <ContactNote slug={slug} feedbackId={id} contact={item.contact} mayForget={canAnswer} />
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
            {outcomes && <Outcome slug={slug} found={found} ctx={ctx} />}
            {item.status !== "merged" && (
              <SectionCard id="status" title={t("detail.status")}>
                <StatusForm slug={slug} feedbackId={id} status={item.status} />
              </SectionCard>
            )}
            <SectionCard id="care" title={t("detail.care")}>
              <CareForm slug={slug} item={item} owners={owners} />
            </SectionCard>
            <MergeCard slug={slug} item={item} twins={twins} />
            {item.kind === "suggestion" && (
              <ShareCard slug={slug} feedbackId={id} isShared={item.isShared} mayBeShared={mayBeShared} />
            )}
          </div>
        )}
      </div>
    </>
  );
}

type OutcomeProps = { slug: string; found: FeedbackForStaff; ctx: Awaited<ReturnType<typeof requireStaff>> };

async function Outcome({ slug, found: { item, outcomes }, ctx }: OutcomeProps) {
  if (!outcomes) return null;
  const announced = await findAskedAnnouncement(ctx, item.id);
  const places = item.communityId ? [item.communityId] : [];
  const mayDraft =
    item.status === "done" &&
    places.length > 0 &&
    canSend(ctx.actor, places, await listAdministeredCommunityIds(ctx)).ok;
  return (
    <OutcomeCard
      slug={slug}
      feedbackId={item.id}
      counts={outcomes}
      mayDraft={mayDraft}
      announcementId={announced?.id ?? null}
    />
  );
}

function hideRefused(error: unknown): never {
  if (error instanceof Refusal) notFound();
  throw error;
}
