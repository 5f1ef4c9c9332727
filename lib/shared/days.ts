/** A day as a length of time, in milliseconds; not one of the calendar, which has 23 to 25 hours. */
export const DAY_MS = 86_400_000;

/** The instant so many times 24 hours after another; before it when negative. */
export function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * DAY_MS);
}
