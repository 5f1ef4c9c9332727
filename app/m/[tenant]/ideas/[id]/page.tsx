import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FeedbackStatusBadge } from "@/components/feedback/feedback-status";
import { FeedbackStory } from "@/components/feedback/feedback-story";
import { PortalShell } from "@/components/layout/portal-shell";
import { BackLink } from "@/components/portal/back-link";
import { EndNote, IdeaCard } from "@/components/portal/idea-card";
import { MarkSeen } from "@/components/portal/mark-seen";
import { SolvedCard } from "@/components/portal/solved-card";
import { Alert } from "@/components/ui/alert";
import { Card, SectionCard } from "@/components/ui/card";
import { CountedTextareaField } from "@/components/ui/counted-fields";
import { ActionForm } from "@/components/ui/form";
import { Time } from "@/components/ui/time";
import { replyFeedbackAction } from "@/lib/feedback/actions";
import { findEnd, findVia, getIdea } from "@/lib/feedback/queries/get-idea";
import { getOwnFeedback } from "@/lib/feedback/queries/get-own-feedback";
import { FEEDBACK_LIMITS } from "@/lib/feedback/schema";
import type { IdeaEnd } from "@/lib/feedback/types";
import { isId } from "@/lib/shared/ids";
import { Refusal } from "@/lib/shared/refusal";
import { loadPortal, type Portal } from "../../load-portal";

type IdeaPageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ sent?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("ideas.title") };
}

/** One's own item with its story, or an idea of the community to support; a link to what one knows by another item leads there. */
export default async function IdeaPage({ params, searchParams }: IdeaPageProps) {
  const [{ tenant: slug, id }, { sent }] = await Promise.all([params, searchParams]);
  if (!isId(id)) notFound();
  const portal = await loadPortal(slug);
  const own = await getOwnFeedback(portal.ctx, id).catch(orNothing);
  return own ? (
    <OwnIdea portal={portal} own={own} end={await findEnd(portal.ctx, id)} isSent={sent !== undefined} />
  ) : (
    <OthersIdea portal={portal} id={id} />
  );
}

function orNothing(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}

async function OthersIdea({ portal: { ctx, tenant, badges }, id }: { portal: Portal; id: string }) {
  const found = await getIdea(ctx, id).catch(orNothing);
  if (!found) {
    const via = await findVia(ctx, id);
    if (via) redirect(`/m/${tenant.slug}/ideas/${via}`);
    notFound();
  }
  const { slug } = tenant;
  const t = await getTranslations("portal.ideas");
  return (
    <PortalShell
      tenant={tenant}
      title={found.idea.title}
      subtitle={t("others")}
      lead={<BackLink href={`/m/${slug}/ideas`} label={t("back")} />}
      badges={badges}
    >
      <IdeaCard slug={slug} idea={found.idea} end={found.end} zone={tenant.timezone} />
      <SolvedCard slug={slug} end={found.end} />
      <MarkSeen slug={slug} seen={{ feedbackId: found.end.rootId }} />
    </PortalShell>
  );
}

type OwnIdeaProps = {
  portal: Portal;
  own: Awaited<ReturnType<typeof getOwnFeedback>>;
  end: IdeaEnd;
  isSent: boolean;
};

async function OwnIdea({ portal: { tenant, badges }, own: { item, comments }, end, isSent }: OwnIdeaProps) {
  const { slug } = tenant;
  const [t, kinds] = await Promise.all([getTranslations("portal.ideas"), getTranslations("feedback.kinds")]);
  return (
    <PortalShell
      tenant={tenant}
      title={item.title}
      subtitle={kinds(item.kind)}
      lead={<BackLink href={`/m/${slug}/ideas`} label={t("back")} />}
      badges={badges}
    >
      {isSent && comments.length === 0 && <Alert tone="success">{t("sent")}</Alert>}
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
        <EndNote status={item.status} end={end} />
      </Card>
      <SolvedCard slug={slug} end={end} />
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
            <input type="hidden" name="feedbackId" value={item.id} />
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
      <MarkSeen slug={slug} seen={{ feedbackId: item.id }} />
      {end.rootId !== item.id && <MarkSeen slug={slug} seen={{ feedbackId: end.rootId }} />}
    </PortalShell>
  );
}
