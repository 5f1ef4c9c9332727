import { getLocale } from "next-intl/server";
import { formatDate, formatDateTime, formatRelative, formatTime } from "@/lib/platform/i18n/format";

type TimeProps = {
  at: Date;
  zone: string;
  kind?: "date" | "dateTime" | "time";
  /** Says how long ago instead; the page takes this "now" from its context. */
  relativeTo?: Date;
  className?: string;
};

/** An instant in words, formatted on the server; the exact moment is in the title and the machine-readable value. */
export async function Time({ at, zone, kind = "dateTime", relativeTo, className }: TimeProps) {
  const locale = await getLocale();
  const format = { date: formatDate, dateTime: formatDateTime, time: formatTime }[kind];
  const exact = formatDateTime(at, { locale, zone }, "long");
  const words = relativeTo ? formatRelative(at, relativeTo, locale) : format(at, { locale, zone });
  return (
    <time dateTime={at.toISOString()} title={exact} className={className}>
      {words}
    </time>
  );
}
