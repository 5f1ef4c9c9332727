import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { DigestCard } from "@/components/feedback/digest-card";
import { FeedbackFilters, feedbackHref } from "@/components/feedback/feedback-filters";
import { FeedbackList } from "@/components/feedback/feedback-list";
import { FeedbackViews } from "@/components/feedback/feedback-views";
import { EmptyState } from "@/components/ui/empty-state";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/accounts/load-context";
import { canListFeedback } from "@/lib/feedback/policy";
import { findDigest } from "@/lib/feedback/queries/find-digest";
import { listFeedbackCommunities } from "@/lib/feedback/queries/list-feedback-communities";
import { listFeedbackRows } from "@/lib/feedback/queries/list-feedback-rows";
import { FEEDBACK_STATUSES } from "@/lib/feedback/rules";
import { kindField } from "@/lib/feedback/schema";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { canAsStaff } from "@/lib/tenants/policy";
import { findTenant } from "@/lib/tenants/queries/find-tenant";

const PAGE_SIZE = 50;

// What an address may ask for; anything else is passed over.
const search = z.object({
  status: z.enum(FEEDBACK_STATUSES).optional().catch(undefined),
  kind: kindField.optional().catch(undefined),
  community: z.uuid().optional().catch(undefined),
  cursor: z.string().max(500).optional().catch(undefined),
});

type FeedbackPageProps = { params: Promise<{ tenant: string }>; searchParams: Promise<object> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("feedback"))("title") };
}

export default async function FeedbackPage({ params, searchParams }: FeedbackPageProps) {
  const { tenant: slug } = await params;
  const { cursor, ...chosen } = search.parse(await searchParams);
  const ctx = await requireStaff(slug);
  if (!canListFeedback(ctx.actor).ok) notFound();
  const filter = { status: chosen.status, kind: chosen.kind, communityId: chosen.community };
  const [t, tenant, communities, digest, overdue, others] = await Promise.all([
    getTranslations("feedback"),
    findTenant(ctx),
    listFeedbackCommunities(ctx),
    findDigest(ctx),
    cursor ? null : listFeedbackRows(ctx, { ...filter, overdue: "only" }, { limit: 200 }),
    pageOr404(listFeedbackRows(ctx, { ...filter, overdue: "without" }, { limit: PAGE_SIZE, cursor })),
  ]);
  const base = `/t/${slug}/feedback`;
  const late = overdue?.data ?? [];
  const list = { slug, zone: tenant.timezone, now: ctx.now };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          canAsStaff(ctx.actor, "feedback.answer").ok && (
            <LinkButton href={`/t/${slug}/feedback/forms`}>{t("list.forms")}</LinkButton>
          )
        }
      />
      <FeedbackViews slug={slug} current="list" />
      <FeedbackFilters base={base} chosen={chosen} communities={communities} />
      <div className="grid gap-6">
        {late.length > 0 && (
          <section aria-labelledby="overdue" className="grid gap-2.5">
            <h2 id="overdue" className="text-h3">
              {t("list.overdueCount", { count: late.length })}
            </h2>
            <FeedbackList rows={late} label={t("list.overdue")} {...list} />
          </section>
        )}
        {others.data.length > 0 && (
          <section aria-labelledby="others" className="grid gap-2.5">
            <h2 id="others" className="text-h3">
              {t("list.others")}
            </h2>
            <FeedbackList rows={others.data} label={t("list.others")} {...list} />
          </section>
        )}
        {late.length + others.data.length === 0 && <NothingHere base={base} slug={slug} chosen={chosen} />}
      </div>
      <Pagination
        nextHref={
          others.nextCursor ? feedbackHref(base, { ...chosen, cursor: others.nextCursor }) : undefined
        }
        firstHref={cursor ? feedbackHref(base, chosen) : undefined}
      />
      <DigestCard slug={slug} frequency={digest} />
    </>
  );
}

async function NothingHere({ base, slug, chosen }: { base: string; slug: string; chosen: object }) {
  const t = await getTranslations("feedback.list");
  const filtered = Object.values(chosen).some(Boolean);
  return (
    <EmptyState
      drawing={<HouseDrawing />}
      title={filtered ? t("nothingTitle") : t("emptyTitle")}
      actions={
        filtered ? (
          <LinkButton href={base}>{t("clear")}</LinkButton>
        ) : (
          <LinkButton href={`/m/${slug}/ideas`}>{t("openPortal")}</LinkButton>
        )
      }
    >
      {filtered ? t("nothingBody") : t("emptyBody")}
    </EmptyState>
  );
}
