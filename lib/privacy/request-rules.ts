import { Temporal } from "temporal-polyfill";
import type { RequestStatus } from "./types";

/** The days that the law leaves for a full answer, from the day after it was asked for: LGPD, art. 19, II. */
export const DAYS_TO_ANSWER = 15;

/** The states of a request (P16): what is closed stays closed; who is not content asks anew. */
export const NEXT_STATUSES = {
  open: ["in_progress", "done", "refused", "cancelled"],
  in_progress: ["done", "refused", "cancelled"],
  done: [],
  refused: [],
  cancelled: [],
} as const satisfies Record<RequestStatus, readonly RequestStatus[]>;

export function isLegalStep(from: RequestStatus, to: RequestStatus): boolean {
  const next: readonly RequestStatus[] = NEXT_STATUSES[from];
  return next.includes(to);
}

const dayOf = (instant: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate();
const dateOf = (zoned: Temporal.ZonedDateTime) => new Date(zoned.epochMilliseconds);

/** The last instant of the last day on which an answer is in time, in the tenant's zone. */
export function dueAt(receivedAt: Date, zone: string): Date {
  const after = dayOf(receivedAt, zone).add({ days: DAYS_TO_ANSWER + 1 });
  return dateOf(after.toZonedDateTime(zone).subtract({ milliseconds: 1 }));
}

/** Whole days until the last day, 0 on it, negative after it, as the tenant counts days. */
export function daysLeft(due: Date, now: Date, zone: string): number {
  return dayOf(now, zone).until(dayOf(due, zone)).total("days");
}

/** When a letter of a day counts as received: now for today's, else as that day began; null for a day to come. */
export function receivedAt(on: string | undefined, now: Date, zone: string): Date | null {
  if (on === undefined) return now;
  const day = Temporal.PlainDate.from(on);
  const order = Temporal.PlainDate.compare(day, dayOf(now, zone));
  if (order > 0) return null;
  return order === 0 ? now : dateOf(day.toZonedDateTime(zone));
}
