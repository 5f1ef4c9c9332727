import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { describeRrule } from "@/lib/announcements/describe-rrule";
import type { Announcement } from "@/lib/announcements/types";
import { localeFrom } from "@/lib/platform/i18n/locales";
import { formatLocalTime } from "./format-local-time";
import { MoveForm, PartForms } from "./time-dialog";

type SeriesCardProps = {
  slug: string;
  announcement: Announcement;
  /** The wall-clock times that are ahead, soonest first. */
  times: readonly string[];
  mayChange: boolean;
};

/** When it goes out next, each time with what can be done about it, and the series that it was taken out of (A6). */
export async function SeriesCard({ slug, announcement, times, mayChange }: SeriesCardProps) {
  const t = await getTranslations("announcements.times");
  const locale = localeFrom(await getLocale());
  const { id, schedule, seriesId } = announcement;
  const isSeries = schedule.rrule !== undefined;
  const words = schedule.rrule && describeRrule(schedule.rrule, locale);
  if (times.length === 0 && !seriesId) return null;
  return (
    <SectionCard
      id="times"
      title={t("title", { count: times.length })}
      description={schedule.mode === "memberLocal" ? t("memberLocal") : undefined}
    >
      {words && <p className="mb-3 font-semibold first-letter:uppercase">{words}</p>}
      <ol className="grid gap-1">
        {times.map((localTime) => (
          <li key={localTime} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="tabular-nums">{formatLocalTime(localTime, locale)}</span>
            {mayChange && (
              <Dialog
                title={formatLocalTime(localTime, locale)}
                trigger={{ label: t(isSeries ? "change" : "moveTo"), size: "sm" }}
              >
                <MoveForm slug={slug} time={{ id, localTime, isSeries }} />
                {isSeries && <PartForms slug={slug} time={{ id, localTime, isSeries }} />}
              </Dialog>
            )}
          </li>
        ))}
      </ol>
      {seriesId && (
        <p className="mt-3 text-meta">
          <Link href={`/t/${slug}/announcements/${seriesId}`} className="link">
            {t("series")}
          </Link>
        </p>
      )}
    </SectionCard>
  );
}
