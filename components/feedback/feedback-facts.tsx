import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { FeedbackRow } from "@/lib/feedback/types";
import { formatNumber } from "@/lib/platform/i18n/format";
import { KindIcon } from "./kind-icon";

/** Who said it, when and where, and the words themselves. */
export async function FeedbackFacts({ item, zone }: { item: FeedbackRow; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("feedback"), getLocale()]);
  const name = item.authorName ?? t("list.anonymous");
  return (
    <div className="grid gap-4">
      <div className="flex items-center gap-3">
        <Avatar name={name} />
        <div className="grid min-w-0">
          <p className="break-words font-semibold">{name}</p>
          <p className="text-ink2 text-meta">
            <Time at={item.createdAt} zone={zone} />
          </p>
        </div>
      </div>
      {item.body && <p className="max-w-prose whitespace-pre-wrap break-words text-reading">{item.body}</p>}
      {item.score !== null && (
        <p className="font-semibold">
          {t(item.scale === "csat" ? "detail.scoreOfFive" : "detail.score", {
            score: formatNumber(item.score, locale),
          })}
        </p>
      )}
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-control sm:grid-cols-4">
        <Fact term={t("list.kind")}>
          <span className="inline-flex items-center gap-1.5">
            <KindIcon kind={item.kind} size={16} />
            {t(`kinds.${item.kind}`)}
          </span>
        </Fact>
        <Fact term={t("detail.community")}>{item.community?.name ?? t("detail.noCommunity")}</Fact>
        <Fact term={t("detail.dueAt")}>
          {item.dueAt ? <Time at={item.dueAt} zone={zone} kind="date" /> : t("detail.noDue")}
          {item.overdue && (
            <Badge tone="danger" className="ml-1.5">
              {t("list.overdue")}
            </Badge>
          )}
        </Fact>
        <Fact term={t("loop.source")}>{t(`sources.${item.source}`)}</Fact>
        <Fact term={t("detail.votes")}>{formatNumber(item.votes, locale)}</Fact>
      </dl>
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-ink2 text-meta">{term}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
