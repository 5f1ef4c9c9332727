import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { cx } from "@/components/ui/cx";
import { holidayOn } from "@/lib/announcements/holiday-rules";
import type { CalendarEntry } from "@/lib/announcements/types";
import { formatDay } from "@/lib/platform/i18n/format";
import { DropDay } from "./calendar-board";
import { CalendarEntryLine } from "./calendar-entry";

export type CalendarDays = {
  slug: string;
  days: readonly string[];
  entries: ReadonlyMap<string, readonly CalendarEntry[]>;
  zone: string;
  country: string;
  today: string;
  /** Days of another month are paler. */
  month: string | null;
  mayWrite: boolean;
};

/** Weeks as rows, for wide screens: each day with its times, and a way to write for it. */
export async function CalendarGrid(props: CalendarDays) {
  const t = await getTranslations("announcements.calendar");
  const locale = await getLocale();
  const { days } = props;
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  );
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  return (
    <table className="w-full table-fixed border-collapse rounded-card border border-line bg-surface max-md:hidden print:table">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          {days.slice(0, 7).map((day) => (
            <th
              key={day}
              scope="col"
              className="border-line border-b px-2 py-1.5 text-left text-ink2 text-meta"
            >
              {weekday.format(new Date(`${day}T00:00:00Z`))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td key={day} className="h-px border border-line p-0 align-top">
                <Day {...props} day={day} isTall={days.length === 7} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, isTall, ...props }: CalendarDays & { day: string; isTall: boolean }) {
  const { slug, entries, zone, today, month, mayWrite, country } = props;
  const isPale = month !== null && !day.startsWith(month);
  return (
    <DropDay
      day={day}
      className={cx(
        "grid h-full grid-cols-[minmax(0,1fr)] content-start gap-1 p-1.5 data-over:bg-porta-soft",
        isTall ? "min-h-72" : "min-h-28",
        isPale && "bg-sunken",
      )}
    >
      <DayHeader {...{ slug, day, today, mayWrite, country }} />
      {(entries.get(day) ?? []).map((entry) => (
        <CalendarEntryLine
          key={`${entry.id} ${entry.at.toISOString()}`}
          slug={slug}
          entry={entry}
          zone={zone}
          mayMove={mayWrite}
        />
      ))}
    </DropDay>
  );
}

type DayHeaderProps = Pick<CalendarDays, "slug" | "today" | "mayWrite" | "country"> & { day: string };

async function DayHeader({ slug, day, today, mayWrite, country }: DayHeaderProps) {
  const t = await getTranslations("announcements");
  const locale = await getLocale();
  const holiday = holidayOn(day, country);
  const number = (
    <span
      className={cx(
        "inline-grid min-w-6 place-content-center rounded-pill px-1 text-meta leading-6 tabular-nums",
        day === today && "bg-porta font-semibold text-on-porta",
      )}
    >
      {Number(day.slice(8))}
    </span>
  );
  return (
    <div className="flex flex-wrap items-center gap-x-1.5">
      {mayWrite && day >= today ? (
        <Link
          href={`/t/${slug}/announcements/new?day=${day}`}
          aria-label={t("calendar.writeFor", { day: formatDay(day, locale) })}
          className="rounded-pill no-underline hover:bg-porta-soft hover:text-porta"
        >
          {number}
        </Link>
      ) : (
        number
      )}
      {holiday && <span className="text-caption text-ink2">{t(`next.holidays.${holiday}`)}</span>}
    </div>
  );
}
