import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Table } from "@/components/ui/table";
import type { Coverage } from "@/lib/delivery/coverage-rules";
import { formatNumber } from "@/lib/platform/i18n/format";

/** Each channel with whom it reaches; the missing ones lead to their names. */
export async function CoverageTable({ here, coverage }: { here: string; coverage: Coverage }) {
  const [t, locale] = await Promise.all([getTranslations("communities.coverage"), getLocale()]);
  return (
    <Table
      caption={t("title")}
      columns={[
        { key: "channel", header: t("channel"), phone: "title" },
        { key: "reached", header: t("reached"), align: "end" },
        { key: "missing", header: t("missing"), align: "end" },
      ]}
      rows={coverage.channels.map(({ channel, reached, missing }) => ({
        key: channel,
        cells: {
          channel: (
            <span className="grid">
              <span className="font-medium">{t(`channels.${channel}`)}</span>
              <span className="text-ink2 text-meta">{t(`hints.${channel}`)}</span>
            </span>
          ),
          reached: <span className="tabular-nums">{formatNumber(reached, locale)}</span>,
          missing:
            missing === 0 ? (
              "0"
            ) : (
              <Link className="link tabular-nums" href={`${here}?channel=${channel}#missing`}>
                {formatNumber(missing, locale)}
              </Link>
            ),
        },
      }))}
    />
  );
}
