import { describeRrule } from "./describe-rrule";
import { type Holiday, holidayOn } from "./holiday-rules";
import type { RruleLocale } from "./rrule-words";
import { occurrencesBetween, previewSchedule } from "./schedule-rules";
import type { ScheduleNote } from "./zone-rules";

export type NextTime = {
  at: string;
  localTime: string;
  note: ScheduleNote | null;
  isNight: boolean;
  holiday: Holiday | null;
};

/** What the composer says of a schedule: it in words, its next times, and whether they are worth a second thought. */
export type NextTimes = {
  words: string | null;
  times: NextTime[];
  /** Nothing of it is ahead. */
  isPast: boolean;
  /** The part that cannot be understood, and why. */
  problem: { path: string; code: string; params: Record<string, string | number> } | null;
};

const SHOWN = 5;
// Long enough for five leap days.
const AHEAD_MS = 30 * 366 * 86_400_000;
// The hours in which a phone should not ring.
const [NIGHT_FROM, NIGHT_TO] = ["22:00", "07:00"];

type Asked = { localTime: string; timezone: string; rrule: string | undefined };
type Reader = { now: Date; country: string; locale: RruleLocale };

/** The next times of a schedule, for a look before it is kept (A6, X1, X2). */
export function nextTimesOf(asked: Asked, { now, country, locale }: Reader): NextTimes {
  const words = asked.rrule ? describeRrule(asked.rrule, locale) : null;
  const first = previewSchedule({ ...asked, count: 1 });
  if (!first.ok) {
    const { path, code, params } = first;
    return { words, times: [], isPast: false, problem: { path, code, params } };
  }
  const ahead = occurrencesBetween(asked, {
    after: now.toISOString(),
    until: new Date(now.getTime() + AHEAD_MS).toISOString(),
    limit: SHOWN,
  });
  const times = ahead.map(({ instant, localTime, note }) => ({
    at: instant,
    localTime,
    note: note ?? null,
    isNight: isNight(localTime),
    holiday: holidayOn(localTime.slice(0, 10), country),
  }));
  return { words, times, isPast: times.length === 0, problem: null };
}

function isNight(localTime: string): boolean {
  const clock = localTime.slice(11, 16);
  return clock >= NIGHT_FROM || clock < NIGHT_TO;
}
