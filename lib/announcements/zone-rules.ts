import { Temporal } from "temporal-polyfill";

export type ScheduleNote = "shifted_forward" | "first_of_two";
export type ResolvedTime = { instant: string; note?: ScheduleNote };
export type TimeErrorCode = "timezone_invalid" | "local_time_invalid";

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/u;

/** A zone by its IANA name. Offsets are refused: they do not know about summer time (X1). */
export function isTimezone(timezone: string): boolean {
  if (!/^[A-Za-z][\w+\-/]*$/u.test(timezone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
    return true;
  } catch {
    return false;
  }
}

/** A wall-clock time that the calendar has, `YYYY-MM-DDTHH:mm` with or without seconds; null otherwise. */
export function readLocalTime(text: string): Temporal.PlainDateTime | null {
  if (!LOCAL_TIME.test(text)) return null;
  try {
    return Temporal.PlainDateTime.from(text, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** The last moment that an end names: a day without a time counts whole (X2). Null when it is none. */
export function readLocalEnd(text: string): Temporal.PlainDateTime | null {
  return readLocalTime(/^\d{4}-\d{2}-\d{2}$/u.test(text) ? `${text}T23:59:59` : text);
}

/**
 * The instant of a wall-clock time in a zone (A6). A time that does not exist becomes the first instant after the
 * gap; one that exists twice its first. The note tells which.
 */
export function resolveLocalTime(input: {
  localTime: string;
  timezone: string;
}): ({ ok: true } & ResolvedTime) | { ok: false; code: TimeErrorCode } {
  if (!isTimezone(input.timezone)) return { ok: false, code: "timezone_invalid" };
  const local = readLocalTime(input.localTime);
  if (local === null) return { ok: false, code: "local_time_invalid" };
  const { instant, note } = resolveInZone(local, input.timezone);
  return { ok: true, instant: instant.toString(), ...(note && { note }) };
}

/** The same for values already read. */
export function resolveInZone(
  local: Temporal.PlainDateTime,
  timezone: string,
): { instant: Temporal.Instant; note?: ScheduleNote } {
  const earlier = local.toZonedDateTime(timezone, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(timezone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { instant: earlier.toInstant() };
  if (earlier.toPlainDateTime().equals(local)) return { instant: earlier.toInstant(), note: "first_of_two" };
  // In a gap the earlier reading lies before the transition, so the next transition is the gap's own.
  const transition = earlier.getTimeZoneTransition("next") ?? later;
  return { instant: transition.toInstant(), note: "shifted_forward" };
}
