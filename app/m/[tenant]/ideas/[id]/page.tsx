import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FeedbackStatusBadge } from "@/components/feedback/feedback-status";
import { FeedbackStory } from "@/components/feedback/feedback-story";
import { PortalShell } from "@/components/layout/portal-shell";
import { BackLink } from "@/components/portal/back-link";
import { MarkSeen } from "@/components/portal/mark-seen";
import { Alert } from "@/components/ui/alert";
import { Card, SectionCard } from "@/components/ui/card";
import { CountedTextareaField } from "@/components/ui/counted-fields";
import { ActionForm } from "@/components/ui/form";
import { Time } from "@/components/ui/time";
import { replyFeedbackAction } from "@/lib/feedback/actions";
import { getOwnFeedback } from "@/lib/feedback/queries/get-own-feedback";
import { FEEDBACK_LIMITS } from "@/lib/feedback/schema";
import { isId } from "@/lib/shared/ids";
import { loadPortal } from "../../load-portal";
import { orNotFound } from "../../or-not-found";

type IdeaPageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ sent?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("ideas.title") };
}

export default async function IdeaPage({ params, searchParams }: IdeaPageProps) {
  const [{ tenant: slug, id }, { sent }] = await Promise.all([params, searchParams]);
  if (!isId(id)) notFound();
  const { ctx, tenant, badges } = await loadPortal(slug);
  const [t, kinds, found] = await Promise.all([
    getTranslations("portal.ideas"),
    getTranslations("feedback.kinds"),
    getOwnFeedback(ctx, id).catch(orNotFound),
  ]);
  const { item, comments } = found;
  return (
    <PortalShell
      tenant={tenant}
      title={item.title}
      subtitle={kinds(item.kind)}
      lead={<BackLink href={`/m/${slug}/ideas`} label={t("back")} />}
      badges={badges}
    >
      {sent && comments.length === 0 && <Alert tone="success">{t("sent")}</Alert>}
      <Card className="grid gap-2">
        <p className="flex flex-wrap items-center gap-2 text-ink2 text-meta">
          <FeedbackStatusBadge status={item.status} />
          <span>
            {t("youSent")} · <Time at={item.createdAt} zone={tenant.timezone} />
          </span>
        </p>
        <p className="break-words font-semibold">{item.title}</p>
        {item.body && <p className="whitespace-pre-wrap break-words">{item.body}</p>}
        {item.status === "merged" && <p className="text-ink2">{t("mergedNote")}</p>}
      </Card>
      <SectionCard id="story" title={t("story")}>
        <div className="grid gap-5">
          {comments.length > 0 && (
            <FeedbackStory
              comments={comments}
              nameOf={({ authorKind }) =>
                authorKind === "member" ? t("you") : t("staff", { tenant: tenant.name })
              }
              zone={tenant.timezone}
            />
          )}
          <ActionForm
            action={replyFeedbackAction.bind(null, slug)}
            submitLabel={t("reply")}
            successMessage={t("replySent")}
            resetOnSuccess
          >
            <input type="hidden" name="feedbackId" value={id} />
            <CountedTextareaField
              name="body"
              label={t("replyLabel")}
              rows={3}
              required
              maxGraphemes={FEEDBACK_LIMITS.body}
            />
          </ActionForm>
        </div>
      </SectionCard>
      <MarkSeen slug={slug} seen={{ feedbackId: id }} />
    </PortalShell>
  );
}
