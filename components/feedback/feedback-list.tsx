import { Clock, ThumbsUp, UserRound } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { Time } from "@/components/ui/time";
import type { FeedbackRow } from "@/lib/feedback/types";
import { formatDate } from "@/lib/platform/i18n/format";
import { FeedbackStatusBadge } from "./feedback-status";
import { KindIcon } from "./kind-icon";

type FeedbackListProps = {
  slug: string;
  rows: readonly FeedbackRow[];
  zone: string;
  now: Date;
  label: string;
};

/** What members said, a line each; the whole line is the link. */
export function FeedbackList({ slug, rows, zone, now, label }: FeedbackListProps) {
  return (
    <ul
      aria-label={label}
      className="grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
    >
      {rows.map((row) => (
        <FeedbackLine key={row.id} slug={slug} row={row} zone={zone} now={now} />
      ))}
    </ul>
  );
}

type LineProps = { slug: string; row: FeedbackRow; zone: string; now: Date };

async function FeedbackLine({ slug, row, zone, now }: LineProps) {
  const t = await getTranslations("feedback");
  const about = [t(`kinds.${row.kind}`), row.authorName ?? t("list.anonymous"), row.community?.name];
  return (
    <li className="relative grid gap-2 px-4 py-3.5 transition-colors duration-120 hover:bg-sunken has-[a:focus-visible]:bg-sunken sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center sm:gap-4 sm:px-5">
      <div className="flex min-w-0 gap-3">
        <span className="pt-0.5">
          <KindIcon kind={row.kind} />
        </span>
        <div className="grid min-w-0 gap-0.5">
          <Link
            href={`/t/${slug}/feedback/${row.id}`}
            className="break-words font-semibold text-ink no-underline after:absolute after:inset-0 hover:underline"
          >
            {row.title}
          </Link>
          <p className="break-words text-ink2 text-meta">
            {about.filter(Boolean).join(" · ")} · <Time at={row.createdAt} zone={zone} relativeTo={now} />
          </p>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 pl-8 text-ink2 text-meta sm:justify-end sm:pl-0">
        <Extras row={row} zone={zone} />
        <FeedbackStatusBadge status={row.status} />
      </div>
    </li>
  );
}

async function Extras({ row, zone }: { row: FeedbackRow; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("feedback.list"), getLocale()]);
  return (
    <>
      {row.votes > 0 && (
        <span className="inline-flex items-center gap-1">
          <Icon of={ThumbsUp} size={16} />
          {t("votes", { count: row.votes })}
        </span>
      )}
      {row.ownerName && (
        <span className="inline-flex items-center gap-1">
          <Icon of={UserRound} size={16} />
          {t("owner", { name: row.ownerName })}
        </span>
      )}
      {row.overdue && row.dueAt && (
        <Badge tone="danger" icon={<Icon of={Clock} size={16} />}>
          {t("dueAt", { date: formatDate(row.dueAt, { locale, zone }, "dayAndMonth") })}
        </Badge>
      )}
    </>
  );
}
