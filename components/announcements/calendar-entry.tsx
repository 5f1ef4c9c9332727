import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ShapeMark } from "@/components/ui/badge";
import type { CalendarEntry as Entry } from "@/lib/announcements/types";
import { formatTime } from "@/lib/platform/i18n/format";
import { DraggableTime } from "./calendar-board";
import { STATUS_LOOKS } from "./status-looks";

type CalendarEntryProps = { slug: string; entry: Entry; zone: string; mayMove: boolean };

/** One time: hour, state by shape and word, and what it says. What waits can be moved. */
export async function CalendarEntryLine({ slug, entry, zone, mayMove }: CalendarEntryProps) {
  const t = await getTranslations("announcements");
  const locale = await getLocale();
  const { id, at, status, headline, localTime, isSeries } = entry;
  const clock = localTime?.slice(11, 16) ?? formatTime(at, { locale, zone });
  const line = (
    <Link
      href={`/t/${slug}/announcements/${id}`}
      className="grid min-w-0 gap-0.5 rounded-chip px-1 py-0.5 text-meta no-underline hover:bg-sunken"
    >
      <span className="flex flex-wrap items-center gap-x-1.5 font-semibold">
        <ShapeMark {...STATUS_LOOKS[status]} />
        <span className="tabular-nums">{clock}</span>
        <span className="text-caption text-ink2">{t(`statuses.${status}`)}</span>
      </span>
      <span className="line-clamp-2 break-words">{headline}</span>
    </Link>
  );
  if (!mayMove || status !== "scheduled" || localTime === null) return line;
  return (
    <DraggableTime time={{ id, localTime, isSeries }} title={`${headline} · ${clock}`}>
      {line}
    </DraggableTime>
  );
}
