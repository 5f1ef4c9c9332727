import { Temporal } from "temporal-polyfill";

/**
 * The instant by which a day of the tenant's zone is over, at which a question about that day is asked; null, which is now,
 * for today and what is to come.
 */
export function endOfDay(day: string, zone: string, now: Date): Date | null {
  const after = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone);
  const end = new Date(after.epochMilliseconds - 1);
  return end < now ? end : null;
}

/** The day of an instant in a zone, as a date field holds it. */
export function dayOf(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}
