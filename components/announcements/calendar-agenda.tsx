import { getLocale, getTranslations } from "next-intl/server";
import { cx } from "@/components/ui/cx";
import { holidayOn } from "@/lib/announcements/holiday-rules";
import { formatDay } from "@/lib/platform/i18n/format";
import { CalendarEntryLine } from "./calendar-entry";
import type { CalendarDays } from "./calendar-grid";

type CalendarAgendaProps = CalendarDays & { className?: string };

/** The same as a list, day by day: for phones, and for those who read with the ear. */
export async function CalendarAgenda({ className, ...props }: CalendarAgendaProps) {
  const t = await getTranslations("announcements");
  const locale = await getLocale();
  const { slug, days, entries, zone, country, mayWrite } = props;
  const filled = days.filter((day) => entries.has(day));
  if (filled.length === 0) return <p className={cx("text-ink2", className)}>{t("calendar.empty")}</p>;
  return (
    <ol className={cx("grid gap-4", className)}>
      {filled.map((day) => {
        const holiday = holidayOn(day, country);
        return (
          <li key={day} className="grid gap-1 rounded-card border border-line bg-surface p-3">
            <h2 className="text-h3 first-letter:uppercase">
              {formatDay(day, locale, "dayAndMonth")}
              {holiday && (
                <span className="ml-2 font-normal text-ink2 text-meta">{t(`next.holidays.${holiday}`)}</span>
              )}
            </h2>
            <ul className="grid gap-1">
              {(entries.get(day) ?? []).map((entry) => (
                <li key={`${entry.id} ${entry.at.toISOString()}`}>
                  <CalendarEntryLine slug={slug} entry={entry} zone={zone} mayMove={mayWrite} />
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
