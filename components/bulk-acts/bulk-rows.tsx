import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Pagination } from "@/components/ui/pagination";
import { TabNav } from "@/components/ui/tab-nav";
import { Table } from "@/components/ui/table";
import { isBulkCode } from "@/lib/bulk-acts/rules";
import { type BulkAct, type BulkRow, OUTCOMES, type Outcome } from "@/lib/bulk-acts/types";
import type { Page } from "@/lib/platform/http/cursor";
import { formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locales";
import { outcomeTones } from "./act-words";

type BulkRowsProps = {
  here: string;
  act: BulkAct;
  outcome: Outcome | undefined;
  page: Page<BulkRow>;
  isFirstPage: boolean;
  locale: Locale;
};

/** What came of each person in each place, all or of one outcome, page by page. */
export async function BulkRows({ here, act, outcome, page, isFirstPage, locale }: BulkRowsProps) {
  const t = await getTranslations("bulkActs");
  const tabs = OUTCOMES.map((each) => ({
    href: `${here}?outcome=${each}`,
    label: t(`outcomes.${each}`),
    count: formatNumber(act.counts[each], locale),
    current: outcome === each,
  }));
  const filter = outcome ? `&outcome=${outcome}` : "";
  return (
    <div className="grid gap-3">
      <TabNav label={t("filter")} tabs={[{ href: here, label: t("all"), current: !outcome }, ...tabs]} />
      <Table
        caption={t("rows")}
        columns={[
          { key: "person", header: t("person"), phone: "title" },
          { key: "place", header: t("place"), phone: "hide" },
          { key: "result", header: t("result"), phone: "line" },
        ]}
        rows={page.data.map((row) => ({
          key: `${row.communityId ?? row.groupId ?? ""} ${row.memberId}`,
          cells: {
            person: row.memberName ?? t("someoneGone"),
            place: row.placeName ?? "",
            result: (
              <span className="flex flex-wrap items-center gap-2">
                <Badge tone={outcomeTones[row.outcome]}>{t(`outcomes.${row.outcome}`)}</Badge>
                {row.code !== null && (isBulkCode(row.code) ? t(`codes.${row.code}`) : row.code)}
                {row.placeName !== null && (
                  <span className="text-ink2 text-meta sm:hidden">{row.placeName}</span>
                )}
              </span>
            ),
          },
        }))}
        empty={t("noRows")}
      />
      <Pagination
        nextHref={page.nextCursor ? `${here}?cursor=${page.nextCursor}${filter}` : undefined}
        firstHref={isFirstPage ? undefined : `${here}${outcome ? `?outcome=${outcome}` : ""}`}
      />
    </div>
  );
}
