import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Bar } from "@/components/ui/bar";
import { SectionCard } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import { headlineOf } from "@/lib/announcements/format/headline";
import type { LastSending } from "@/lib/announcements/types";
import { formatNumber, formatPercent } from "@/lib/platform/i18n/format";

type LastSendingCardProps = { slug: string; sending: LastSending; zone: string; now: Date };

/** How the latest announcement went: the share that is known to have read it (A9). */
export async function LastSendingCard({ slug, sending, zone, now }: LastSendingCardProps) {
  const [t, locale] = await Promise.all([getTranslations("overview.lastSending"), getLocale()]);
  const { announcementId, body, startedAt, people, read } = sending;
  const share = people > 0 ? read / people : 0;
  return (
    <SectionCard id="last-sending" title={t("title")}>
      <div className="relative grid gap-3">
        <div className="grid gap-0.5">
          <Link
            href={`/t/${slug}/announcements/${announcementId}`}
            className="line-clamp-2 break-words font-semibold after:absolute after:inset-0 hover:underline"
          >
            {headlineOf(body)}
          </Link>
          <Time at={startedAt} zone={zone} relativeTo={now} className="text-ink2 text-meta" />
        </div>
        <div className="grid gap-1.5">
          <p className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span className="font-display font-semibold text-h1">
              {t("read", { share: formatPercent(share, locale) })}
            </span>
            <span className="text-ink2 text-meta">
              {t("of", { read: formatNumber(read, locale), people: formatNumber(people, locale) })}
            </span>
          </p>
          <Bar share={share} />
          <p className="text-caption text-ink2">{t("honest")}</p>
        </div>
      </div>
    </SectionCard>
  );
}
