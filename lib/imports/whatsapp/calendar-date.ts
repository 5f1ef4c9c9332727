import type { DateOrder } from "./types";

export type CalendarDate = { year: number; month: number; day: number };

const POSITIONS: Record<DateOrder, { year: 0 | 2; month: 0 | 1 | 2; day: 0 | 1 | 2 }> = {
  dmy: { day: 0, month: 1, year: 2 },
  mdy: { month: 0, day: 1, year: 2 },
  ymd: { year: 0, month: 1, day: 2 },
  ydm: { year: 0, day: 1, month: 2 },
};

const FIRST_YEAR = 2009; // WhatsApp's first year: an earlier date means another order.
const LAST_YEAR = 2099;

/** Where the day stands among the three numbers. */
export function dayPosition(order: DateOrder): 0 | 1 | 2 {
  return POSITIONS[order].day;
}

/** The date under that order, or null where it is none. */
export function readDate(numbers: readonly [string, string, string], order: DateOrder): CalendarDate | null {
  const at = POSITIONS[order];
  const year = fullYear(numbers[at.year]);
  const month = Number(numbers[at.month]);
  const day = Number(numbers[at.day]);
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  return day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null;
}

/** `YYYY-MM-DD`, which also sorts. */
export function dateText({ year, month, day }: CalendarDate): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function fullYear(text: string): number {
  return text.length <= 2 ? 2000 + Number(text) : Number(text);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
