import type { Locale } from "./locales";

type Zoned = { locale: Locale; zone: string };

const dateStyles = {
  short: { day: "2-digit", month: "2-digit", year: "numeric" },
  medium: { day: "numeric", month: "short", year: "numeric" },
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  dayAndMonth: { weekday: "short", day: "numeric", month: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof dateStyles;

/** The calendar day of an instant in a zone: "22 de nov. de 2026". */
export function formatDate(instant: Date, { locale, zone }: Zoned, style: DateStyle = "medium"): string {
  return new Intl.DateTimeFormat(locale, { ...dateStyles[style], timeZone: zone }).format(instant);
}

/** Day and clock time of an instant in a zone: "22 de nov. de 2026, 14:05". */
export function formatDateTime(instant: Date, { locale, zone }: Zoned, style: DateStyle = "medium"): string {
  return new Intl.DateTimeFormat(locale, {
    ...dateStyles[style],
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(instant);
}

/** Clock time of an instant in a zone: "14:05". */
export function formatTime(instant: Date, { locale, zone }: Zoned): string {
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(
    instant,
  );
}

/** A calendar day that belongs to no zone ("2026-11-22"). */
export function formatDay(dayOn: string, locale: Locale, style: DateStyle = "medium"): string {
  return formatDate(new Date(`${dayOn}T12:00:00Z`), { locale, zone: "UTC" }, style);
}

/** The zone in words, as said in the middle of a sentence: "horário padrão de Brasília". */
export function formatZone(zone: string, locale: Locale, at: Date): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "long" }).formatToParts(at);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
  return name.replace(/^(Horário|Hora)( Padrão| estándar)?/u, (start) => start.toLocaleLowerCase(locale));
}

export function formatNumber(value: number, locale: Locale, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(locale, options).format(value);
}

/** A share between 0 and 1 as a percentage with at most one decimal. */
export function formatPercent(share: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(share);
}

/** "Corrida, Dieta e Yoga". */
export function formatList(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { style: "long", type: "conjunction" }).format(items);
}

const steps = [
  { unit: "year", ms: 31_557_600_000 },
  { unit: "month", ms: 2_629_800_000 },
  { unit: "week", ms: 604_800_000 },
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
] as const;

/** How far an instant is from `now` in the coarsest fitting unit: "há 5 minutos", "ontem", "em 2 dias". */
export function formatRelative(instant: Date, now: Date, locale: Locale): string {
  const distanceMs = instant.getTime() - now.getTime();
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const step = steps.find(({ ms }) => Math.abs(distanceMs) >= ms);
  return step ? format.format(Math.round(distanceMs / step.ms), step.unit) : format.format(0, "second");
}
