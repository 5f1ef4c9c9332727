import { repeatOf, rruleOf, WEEKDAYS } from "./repeat-rules";

const DAY_MS = 86_400_000;

/**
 * The rule of a series whose first time goes from one wall-clock time to another (A6): weekdays, the day of the month and
 * the times that are left out go along. Null when another day is nothing that the rule could follow.
 */
export function shiftedRule(rrule: string, from: string, to: string): string | null {
  const [rule = "", ...exceptions] = rrule.trim().split(/\r?\n/u);
  const days = Math.round((dayOf(to) - dayOf(from)) / DAY_MS);
  const moved = days === 0 ? rule : movedRule(rule, { from, to, days });
  if (moved === null) return null;
  const byMs = timeOf(to) - timeOf(from);
  return [moved, ...exceptions.map((line) => movedExceptions(line, byMs))].join("\n");
}

function movedRule(rule: string, { from, to, days }: { from: string; to: string; days: number }) {
  const choice = repeatOf(rule, from);
  switch (choice.repeat) {
    case "daily":
    case "yearly":
    case "monthly":
      return rruleOf(choice, to) ?? null;
    case "weekly":
      return rruleOf({ ...choice, weekdays: choice.weekdays.map((day) => later(day, days)) }, to) ?? null;
    default:
      return null;
  }
}

function later(weekday: string, days: number): string {
  const index = (WEEKDAYS as readonly string[]).indexOf(weekday);
  return WEEKDAYS[(((index + days) % 7) + 7) % 7] ?? weekday;
}

/** Wall-clock times move; days and instants stay as they were written. */
function movedExceptions(line: string, byMs: number): string {
  return line.replaceAll(/\d{8}T\d{6}(?!\d|Z)/gu, (stamp) => {
    const [, year, month, day, hour, minute, second] =
      /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})$/u.exec(stamp) ?? [];
    const at = new Date(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) + byMs);
    return at.toISOString().slice(0, 19).replaceAll(/[-:]/gu, "");
  });
}

function dayOf(localTime: string): number {
  return Date.parse(`${localTime.slice(0, 10)}T00:00:00Z`);
}

function timeOf(localTime: string): number {
  return Date.parse(`${localTime}Z`);
}
