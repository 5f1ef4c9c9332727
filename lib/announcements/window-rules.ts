import { Temporal } from "temporal-polyfill";

/** Hours of a day, from one to another; from later to earlier goes over midnight. 24 is midnight. */
export type Hours = { from: number; until: number };

/** When people may be reached: outside of quiet hours, and within business hours from Monday to Friday. */
export type Windows = { quiet: Hours | null; business: Hours | null };

type ChosenHours = {
  quietFromHour: number;
  quietUntilHour: number;
  businessFromHour: number;
  businessUntilHour: number;
};

const FRIDAY = 5;
const LAST_TRY = 20;

/** The windows that hold for a sending (A6): an emergency knows no quiet hours (A18), and business hours are asked for. */
export function windowsOf(hours: ChosenHours, sending: { isUrgent: boolean; isBusiness: boolean }): Windows {
  const quiet = { from: hours.quietFromHour % 24, until: hours.quietUntilHour % 24 };
  const business = { from: hours.businessFromHour % 24, until: hours.businessUntilHour };
  return {
    quiet: sending.isUrgent || quiet.from === quiet.until ? null : quiet,
    business: sending.isBusiness && business.from < business.until ? business : null,
  };
}

/**
 * The first instant from one on at which somebody in a zone may be reached, by the clock there: a gap of summer time goes to
 * the first instant after it. Windows that never meet leave it as it is.
 */
export function firstOpen(at: Date, zone: string, windows: Windows): Date {
  let time = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  for (let tries = 0; tries < LAST_TRY; tries++) {
    const next = afterBusiness(afterQuiet(time, windows.quiet), windows.business);
    if (next.epochMilliseconds === time.epochMilliseconds) return new Date(time.epochMilliseconds);
    time = next;
  }
  return at;
}

function afterQuiet(time: Temporal.ZonedDateTime, quiet: Hours | null): Temporal.ZonedDateTime {
  if (!quiet) return time;
  const { hour } = time;
  const isOverMidnight = quiet.from > quiet.until;
  const isLate = hour >= quiet.from && (isOverMidnight || hour < quiet.until);
  const isEarly = isOverMidnight && hour < quiet.until;
  if (!isLate && !isEarly) return time;
  return atHour(isLate && isOverMidnight ? time.add({ days: 1 }) : time, quiet.until);
}

function afterBusiness(time: Temporal.ZonedDateTime, business: Hours | null): Temporal.ZonedDateTime {
  if (!business) return time;
  const isWeekday = time.dayOfWeek <= FRIDAY;
  if (isWeekday && time.hour < business.from) return atHour(time, business.from);
  if (isWeekday && time.hour < business.until) return time;
  return atHour(time.add({ days: 1 }), 0);
}

function atHour(time: Temporal.ZonedDateTime, hour: number): Temporal.ZonedDateTime {
  return time.toPlainDate().toZonedDateTime({ timeZone: time.timeZoneId, plainTime: { hour } });
}
