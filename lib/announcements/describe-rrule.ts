import { parseRrule, type Recurrence } from "./rrule-rules";
import { RRULE_WORDS, type RruleLocale, type RruleWords } from "./rrule-words";

const SHOWN_PARTS = new Set(["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"]);
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** A recurrence in words, or null where it is no rule or one that words would not make clearer. */
export function describeRrule(rrule: string, locale: RruleLocale): string | null {
  const parsed = parseRrule(rrule);
  if (!parsed.ok) return null;
  const { recurrence } = parsed;
  const { parts } = recurrence;
  if ([...parts.keys()].some((name) => !SHOWN_PARTS.has(name))) return null;
  const words = RRULE_WORDS[locale];
  const every = words.every[parts.get("FREQ") ?? ""]?.(Number(parts.get("INTERVAL") ?? 1));
  if (every === undefined) return null;
  const days = describeDays(parts, words, locale);
  if (days === null) return null;
  const months = listMonths(parts.get("BYMONTH"), words, locale);
  return (
    [every, days, months].filter((text) => text !== "").join(" ") + describeEnd(recurrence, words, locale)
  );
}

function describeDays(
  parts: ReadonlyMap<string, string>,
  words: RruleWords,
  locale: RruleLocale,
): string | null {
  const monthDays = parts.get("BYMONTHDAY")?.split(",").map(Number);
  const weekdays = parts.get("BYDAY")?.split(",");
  if (monthDays && weekdays) return null;
  if (monthDays) {
    if (monthDays.some((day) => day < -1)) return null;
    const named = monthDays.map((day) => (day === -1 ? words.lastDay : words.monthDay(day)));
    return `${words.on} ${list(named, locale)}`;
  }
  if (!weekdays) return "";
  const named = weekdays.map((token) => nameWeekday(token, words, locale));
  if (named.some((name) => name === null)) return null;
  return `${words.on} ${list(
    named.filter((name) => name !== null),
    locale,
  )}`;
}

function nameWeekday(token: string, words: RruleWords, locale: RruleLocale): string | null {
  const position = Number(token.slice(0, -2) || 0);
  const index = WEEKDAYS.indexOf(token.slice(-2));
  // 1 January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, 1 + index));
  const name = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(day);
  if (position === 0) return name;
  const ordinal = words.ordinals(index)[String(position)];
  return ordinal === undefined ? null : `${ordinal} ${name}`;
}

function listMonths(text: string | undefined, words: RruleWords, locale: RruleLocale): string {
  if (text === undefined) return "";
  const format = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  const names = text.split(",").map((month) => format.format(new Date(Date.UTC(2024, Number(month) - 1, 1))));
  return `${words.in} ${list(names, locale)}`;
}

function describeEnd({ count, until }: Recurrence, words: RruleWords, locale: RruleLocale): string {
  if (count !== null) return `, ${words.times(count)}`;
  if (until === null) return "";
  const day = new Date(`${until.at.toString().slice(0, 10)}T00:00:00Z`);
  return `, ${words.until} ${new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(day)}`;
}

function list(items: readonly string[], locale: RruleLocale): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(items);
}
