import { nextOccurrence, type Occurrence, occurrencesBetween } from "./schedule-rules";
import type { ScheduleChoice } from "./types";
import { resolveLocalTime } from "./zone-rules";

/** When an announcement is due next: the instant, and the wall-clock time that became it. */
export type Turn = { dueAt: Date; dueLocal: string };

// So many late times of a series are looked at to find the last: more than any grace holds of a series by the minute.
const MOST_LATE = 20_000;

/**
 * The zone in which a wall-clock time comes first of all: a sending at each person's own time begins there. `fallback` is
 * the announcement's own zone, for people without one.
 */
export function earliestZone(localTime: string, zones: readonly string[], fallback: string): string {
  const instantIn = (timezone: string) => {
    const resolved = resolveLocalTime({ localTime, timezone });
    return resolved.ok ? Date.parse(resolved.instant) : Number.POSITIVE_INFINITY;
  };
  return zones.reduce((first, zone) => (instantIn(zone) < instantIn(first) ? zone : first), fallback);
}

/** The first time of a schedule later than `after`, in the zone where it begins; null when there is none. */
export function firstTurn(schedule: ScheduleChoice, zone: string, after: Date): Turn | null {
  const next = nextOccurrence(inputOf(schedule, zone), after.toISOString());
  return next.ok && next.occurrence ? turnOf(next.occurrence) : null;
}

/**
 * The next time of a series after the one that was due at `after`. Of the times that passed meanwhile only the last is made
 * up for, and only within the grace (X3, A12); null when the series is over.
 */
export function turnAfter(
  schedule: ScheduleChoice,
  zone: string,
  { after, now, graceSeconds }: { after: Date; now: Date; graceSeconds: number },
): Turn | null {
  const graceBegan = new Date(now.getTime() - graceSeconds * 1_000);
  const late = occurrencesBetween(inputOf(schedule, zone), {
    after: (after > graceBegan ? after : graceBegan).toISOString(),
    until: now.toISOString(),
    limit: MOST_LATE,
  });
  const last = late.at(-1);
  return last ? turnOf(last) : firstTurn(schedule, zone, after > now ? after : now);
}

function inputOf({ localTime, rrule }: ScheduleChoice, timezone: string) {
  return { localTime: localTime ?? "", timezone, rrule };
}

function turnOf({ instant, localTime }: Occurrence): Turn {
  return { dueAt: new Date(instant), dueLocal: localTime };
}
