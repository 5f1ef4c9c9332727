import { getLocale, getTranslations } from "next-intl/server";
import { Pagination } from "@/components/ui/pagination";
import type { InboxView } from "@/lib/inbox/rules";
import type { Assignee, ConversationRow, Label } from "@/lib/inbox/types";
import type { Page } from "@/lib/platform/http/cursor";
import { formatRelative } from "@/lib/platform/i18n/format";
import { type InboxChoice, inboxHref } from "./inbox-href";
import { InboxRows, type RowView } from "./inbox-rows";

export type InboxListProps = {
  slug: string;
  zone: string;
  now: Date;
  page: Page<ConversationRow>;
  chosen: InboxChoice;
  counts: Partial<Record<InboxView, number>>;
  labels: readonly Label[];
  assignees: readonly Assignee[];
  conversationId?: string;
};

/** The conversations of a view; with what may be done with many at once. */
export async function InboxList({
  slug,
  now,
  page,
  chosen,
  labels,
  assignees,
  conversationId,
}: InboxListProps) {
  const [t, locale] = await Promise.all([getTranslations("inbox"), getLocale()]);
  const viewOf = (row: ConversationRow): RowView => {
    const words = row.lastWords || (row.lastKind ? t("list.noText") : "");
    return {
      id: row.id,
      href: inboxHref(slug, chosen, row.id),
      name: row.memberName ?? t("list.formerMember"),
      photo: row.photoFileId ? `/files/${slug}/${row.photoFileId}?size=96` : null,
      words: row.lastKind === "out" ? t("list.you", { words }) : words,
      when: formatRelative(row.movedAt, now, locale),
      channel: t(`channels.${row.channel}`),
      owner: row.assigneeName ? t("list.owner", { name: row.assigneeName }) : null,
      labels: row.labels.map(({ name }) => name),
      task: row.task,
      waits: waitOf(row, now),
    };
  };
  return (
    <>
      {page.data.length === 0 ? (
        <div className="grid gap-1 rounded-card border border-line border-dashed px-4 py-8 text-center">
          <p className="font-display font-semibold text-lead">{t("list.empty")}</p>
          <p className="text-ink2">{t("list.emptyBody")}</p>
        </div>
      ) : (
        <InboxRows
          key={chosen.view}
          slug={slug}
          rows={page.data.map(viewOf)}
          labels={labels}
          assignees={assignees}
          {...(conversationId ? { currentId: conversationId } : {})}
        />
      )}
      <Pagination
        nextHref={page.nextCursor ? inboxHref(slug, { ...chosen, cursor: page.nextCursor }) : undefined}
        firstHref={chosen.cursor ? inboxHref(slug, { ...chosen, cursor: undefined }) : undefined}
      />
    </>
  );
}

function waitOf({ waitingSince, replyDueAt }: ConversationRow, now: Date): RowView["waits"] {
  if (!waitingSince) return null;
  return replyDueAt && replyDueAt < now ? "overdue" : "waiting";
}
