/** A wall-clock time in words, in no zone: "ter., 31 de mar. de 2026, 09:00". */
export function formatLocalTime(localTime: string, locale: string): string {
  const at = new Date(`${localTime}Z`);
  if (Number.isNaN(at.getTime())) return localTime;
  return new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "UTC",
  }).format(at);
}
