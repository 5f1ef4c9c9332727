import { Temporal } from "temporal-polyfill";
import { firstOpen, type Hours, windowsOf } from "@/lib/announcements/window-rules";

const HOUR_MS = 3_600_000;
const MOST_DAYS = 400;

export type ReplyClock = {
  /** Within how many hours of business the first answer is due. */
  hours: number;
  zone: string;
  business: { businessFromHour: number; businessUntilHour: number };
};

/**
 * When the first answer to somebody who wrote at an instant is due: so many hours of business later, from Monday to Friday by
 * the clock of the house. A house without business hours is always there.
 */
export function replyDueAt(wroteAt: Date, { hours, zone, business }: ReplyClock): Date {
  const windows = windowsOf(
    { ...business, quietFromHour: 24, quietUntilHour: 24 },
    { isUrgent: true, isBusiness: true },
  );
  let left = hours * HOUR_MS;
  if (!windows.business) return new Date(wroteAt.getTime() + left);
  let at = firstOpen(wroteAt, zone, windows);
  for (let day = 0; day < MOST_DAYS; day++) {
    const end = endOfBusiness(at, zone, windows.business);
    const room = end.getTime() - at.getTime();
    if (left <= room) break;
    left -= room;
    at = firstOpen(end, zone, windows);
  }
  return new Date(at.getTime() + left);
}

function endOfBusiness(at: Date, zone: string, { until }: Hours): Date {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const end =
    until === 24
      ? day.add({ days: 1 }).toZonedDateTime({ timeZone: zone })
      : day.toZonedDateTime({ timeZone: zone, plainTime: { hour: until } });
  return new Date(end.epochMilliseconds);
}
