import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { AnnouncementLive } from "@/components/announcements/announcement-live";
import { EvergreenCard } from "@/components/announcements/evergreen-card";
import { QueryIsland } from "@/components/announcements/query-island";
import { ReportLinks } from "@/components/announcements/report-links";
import { SendingsCard } from "@/components/announcements/sendings-card";
import { SeriesCard } from "@/components/announcements/series-card";
import { TransitionHistory } from "@/components/announcements/transition-history";
import { WordsCard } from "@/components/announcements/words-card";
import { HistoryLink } from "@/components/audit-log/history-link";
import { ResultsCard } from "@/components/blocks/results-card";
import { RelaySection } from "@/components/relay/relay-section";
import { KeepAsTemplate } from "@/components/templates/keep-as-template";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { requireStaff } from "@/lib/accounts/load-context";
import { headlineOf } from "@/lib/announcements/format/headline";
import { findVisibleAnnouncement } from "@/lib/announcements/page-announcement";
import { listTransitions } from "@/lib/announcements/queries/get-announcement";
import { getLiveAnnouncement } from "@/lib/announcements/queries/get-live-announcement";
import { getRelay } from "@/lib/announcements/queries/get-relay";
import { listTimesAhead } from "@/lib/announcements/queries/list-times-ahead";
import { CORRECTABLE } from "@/lib/announcements/rules";
import { listBlocks } from "@/lib/blocks/queries/list-blocks";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { pickMessages } from "@/lib/platform/i18n/pick-messages";
import { assignAction, postAction, remindAction, unpostAction } from "@/lib/relay/actions";
import { listPostersOf } from "@/lib/relay/queries/list-posters";
import { canUseTemplates } from "@/lib/templates/policy";
import { canAsStaff } from "@/lib/tenants/policy";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type PageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ cursor?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("announcements.detail"))("title") };
}

export default async function AnnouncementPage({ params, searchParams }: PageProps) {
  const { tenant: slug, id } = await params;
  const { cursor } = await searchParams;
  const ctx = await requireStaff(slug);
  const announcement = await findVisibleAnnouncement(ctx, id);
  const [t, messages, live, records, timezone, limits, times, blocks, relay, sendings] = await Promise.all([
    getTranslations("announcements"),
    getMessages(),
    getLiveAnnouncement(ctx, id),
    listTransitions(ctx, id),
    findTimezone(ctx),
    findLimits(ctx),
    listTimesAhead(ctx, announcement),
    listBlocks(ctx, id),
    getRelay(ctx, id),
    pageOr404(listOccurrencesOf(ctx, { announcementId: id, limit: 20, cursor })),
  ]);
  const isCorrectable = live.startedAt !== null && CORRECTABLE.some((status) => status === live.status);
  const mayChange = announcement.communityIds.every(
    (communityId) => canAsStaff(ctx.actor, "announcements.send", communityId).ok,
  );
  const zone = announcement.schedule.timezone ?? timezone;
  return (
    <>
      <PageHeader
        title={t("detail.title")}
        description={
          <>
            {t(`kinds.${announcement.kind}`)}
            {announcement.dueAt && (
              <>
                {" · "}
                <Time at={announcement.dueAt} zone={zone} kind="dateTime" /> ({zone})
              </>
            )}
          </>
        }
        actions={
          <>
            {live.startedAt && <ReportLinks path={`/t/${slug}/announcements/${id}/report`} />}
            {canUseTemplates(ctx.actor).ok && (
              <KeepAsTemplate slug={slug} announcementId={id} headline={headlineOf(announcement.body)} />
            )}
            <HistoryLink slug={slug} actor={ctx.actor} subjectId={id} />
          </>
        }
      />
      <div className="grid gap-5">
        <NextIntlClientProvider messages={pickMessages(messages, ["announcements"])}>
          <QueryIsland>
            <AnnouncementLive slug={slug} initial={live} mayChange={mayChange} />
          </QueryIsland>
          <SeriesCard
            slug={slug}
            announcement={announcement}
            times={times}
            mayChange={mayChange && announcement.status === "scheduled"}
          />
        </NextIntlClientProvider>
        <EvergreenCard
          slug={slug}
          announcement={announcement}
          latest={cursor ? undefined : sendings.data[0]}
          zone={timezone}
          now={ctx.now}
          mayChange={mayChange}
        />
        {relay && (
          <RelaySection
            coverage={relay}
            posters={mayChange ? await listPostersOf(ctx, relay.tasks) : new Map()}
            actions={{
              post: postAction.bind(null, slug),
              unpost: unpostAction.bind(null, slug),
              assign: assignAction.bind(null, slug),
              remind: remindAction.bind(null, slug),
            }}
            mayPost={mayChange}
            zone={timezone}
            mediaPath={`/media/${slug}`}
          />
        )}
        {blocks.map((block) => (
          <ResultsCard
            key={block.id}
            href={`/t/${slug}/announcements/${id}/answers?block=${block.id}`}
            results={block}
          />
        ))}
        {sendings.data.length > 0 && (
          <SendingsCard
            slug={slug}
            announcementId={id}
            sendings={sendings.data}
            zone={zone}
            nextHref={sendings.nextCursor ? `?cursor=${sendings.nextCursor}` : undefined}
          />
        )}
        <WordsCard
          slug={slug}
          announcement={announcement}
          mayCorrect={mayChange && isCorrectable}
          maxGraphemes={limits.announcementBodyGraphemes}
        />
        <TransitionHistory records={records} zone={timezone} />
      </div>
    </>
  );
}
