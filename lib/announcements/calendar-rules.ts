export const CALENDAR_VIEWS = ["month", "week", "agenda"] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

/** The days that a view shows (`2026-11-26`), and the days that lead to the one before and after. */
export type CalendarPage = { days: string[]; previous: string; next: string };

const AGENDA_DAYS = 28;

/** The days of a view around a day; weeks begin on `firstDay` (0 is Sunday). */
export function calendarPage(view: CalendarView, day: string, firstDay: number): CalendarPage {
  if (view === "agenda") {
    return {
      days: run(day, AGENDA_DAYS),
      previous: plusDays(day, -AGENDA_DAYS),
      next: plusDays(day, AGENDA_DAYS),
    };
  }
  if (view === "week") {
    return {
      days: run(weekStart(day, firstDay), 7),
      previous: plusDays(day, -7),
      next: plusDays(day, 7),
    };
  }
  const first = `${day.slice(0, 7)}-01`;
  const next = `${plusDays(first, 32).slice(0, 7)}-01`;
  const start = weekStart(first, firstDay);
  const end = plusDays(weekStart(plusDays(next, -1), firstDay), 7);
  const length = Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000);
  return { days: run(start, length), previous: `${plusDays(first, -1).slice(0, 7)}-01`, next };
}

function run(start: string, length: number): string[] {
  return Array.from({ length }, (_, index) => plusDays(start, index));
}

function weekStart(day: string, firstDay: number): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return plusDays(day, -((weekday - firstDay + 7) % 7));
}

/** The calendar day so many days after another. */
export function plusDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** A day of the calendar as an address gives it, else the fallback. */
export function dayFrom(text: string | undefined, fallback: string): string {
  if (!text || !/^[12]\d{3}-\d{2}-\d{2}$/u.test(text)) return fallback;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : fallback;
}

/** The view that an address asks for; the month where it asks for none. */
export function calendarViewFrom(text: string | undefined): CalendarView {
  return CALENDAR_VIEWS.find((view) => view === text) ?? "month";
}

/** Things by the day that a zone's calendar shows for them. */
export function byDay<Entry extends { at: Date }>(
  entries: readonly Entry[],
  zone: string,
): Map<string, Entry[]> {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = format.format(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return days;
}
