import { daysAfter } from "@/lib/shared/days";
import type { DigestFrequency } from "./types";

export const DIGEST_FREQUENCIES = [
  "daily",
  "weekly",
  "monthly",
] as const satisfies readonly DigestFrequency[];

/** From this hour of the tenant's clock a digest is sent. */
const HOUR = 8;

/** How many days a digest looks back. */
export const DIGEST_DAYS: Record<DigestFrequency, number> = { daily: 1, weekly: 7, monthly: 31 };

/**
 * The period that an instant is in, by the tenant's zone: the day, the Monday of the week, or the first of the month on which its
 * digest goes out at eight. One period, one digest; who was not there at eight gets it later in the same period.
 */
export function periodOf(frequency: DigestFrequency, now: Date, zone: string): string {
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(
    new Date(now.getTime() - HOUR * 3_600_000),
  );
  if (frequency === "daily") return day;
  if (frequency === "monthly") return `${day.slice(0, 8)}01`;
  const noon = new Date(`${day}T12:00:00Z`);
  return daysAfter(noon, -((noon.getUTCDay() + 6) % 7))
    .toISOString()
    .slice(0, 10);
}
