import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { Board } from "@/components/feedback/board";
import { BoardFilters } from "@/components/feedback/feedback-filters";
import { FeedbackViews } from "@/components/feedback/feedback-views";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { canAnswerFeedback } from "@/lib/feedback/policy";
import { listBoard } from "@/lib/feedback/queries/list-board";
import { listFeedbackCommunities } from "@/lib/feedback/queries/list-feedback-communities";
import { choosableStatuses } from "@/lib/feedback/rules";
import { kindField } from "@/lib/feedback/schema";
import type { FeedbackRow } from "@/lib/feedback/types";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { formatDate, formatNumber } from "@/lib/platform/i18n/format";
import { findTenant } from "@/lib/tenants/queries/find-tenant";

const search = z.object({
  kind: kindField.optional().catch(undefined),
  community: z.uuid().optional().catch(undefined),
});

type BoardPageProps = { params: Promise<{ tenant: string }>; searchParams: Promise<object> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("feedback"))("board.title") };
}

export default async function FeedbackBoardPage({ params, searchParams }: BoardPageProps) {
  const { tenant: slug } = await params;
  const chosen = search.parse(await searchParams);
  const ctx = await requireStaff(slug);
  const [t, locale, { timezone: zone }, communities, columns] = await Promise.all([
    getTranslations("feedback"),
    getLocale(),
    findTenant(ctx),
    listFeedbackCommunities(ctx),
    pageOr404(listBoard(ctx, { kind: chosen.kind, communityId: chosen.community })),
  ]);
  const cardOf = (row: FeedbackRow) => {
    const { id, title, status, communityId } = row;
    const subject = { authorId: null, communityId, role: null, isShared: false };
    const mayMove = canAnswerFeedback(ctx.actor, subject).ok;
    const about = [
      t(`kinds.${row.kind}`),
      row.authorName ?? t("list.anonymous"),
      row.votes > 0 && t("list.votes", { count: row.votes }),
      row.ownerName && t("list.owner", { name: row.ownerName }),
    ];
    return {
      id,
      title,
      status,
      about: about.filter(Boolean).join(" · "),
      late:
        row.overdue && row.dueAt
          ? t("list.dueAt", { date: formatDate(row.dueAt, { locale, zone }, "dayAndMonth") })
          : null,
      moves: mayMove
        ? choosableStatuses(status).map((value) => ({ value, label: t(`statuses.${value}`) }))
        : [],
    };
  };
  return (
    <>
      <PageHeader title={t("board.title")} description={t("board.description")} />
      <FeedbackViews slug={slug} current="board" />
      <div className="mb-5">
        <BoardFilters base={`/t/${slug}/feedback/board`} chosen={chosen} communities={communities} />
      </div>
      <Board
        slug={slug}
        columns={columns.map(({ status, count, rows }) => ({
          status,
          label: t(`statuses.${status}`),
          count: formatNumber(count, locale),
          cards: rows.map(cardOf),
        }))}
        texts={{
          moveTo: t("board.moveTo"),
          moved: t("board.moved"),
          empty: t("board.empty"),
          more: t("board.more"),
        }}
      />
    </>
  );
}
