import "server-only";
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import type { CalendarEntry } from "@/lib/announcements/types";
import { publicUrl } from "@/lib/platform/env";
import type { Locale } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";

type FeedOf = { slug: string; name: string; timezone: string; locale: Locale };

const EVENT_MS = 15 * 60_000;
const TTL_SECONDS = 3_600;
const GONE = ["cancelled", "failed", "missed"];

/**
 * Entries of the calendar as a file (RFC 5545): the times in UTC, as the planner resolved them, and nothing in it that is not
 * of the entries, so that the same entries are the same file.
 */
export function writeIcs(
  entries: readonly CalendarEntry[],
  { slug, name, timezone, locale }: FeedOf,
): string {
  const t = translatorFor(locale);
  const home = new URL(publicUrl());
  const calendar = ical({
    name: t("calendarFeed.name", { tenant: name }),
    description: t("calendarFeed.about"),
    prodId: { company: "Aldeia", product: "Announcements", language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: TTL_SECONDS,
    x: [{ key: "X-WR-TIMEZONE", value: timezone }],
  });
  for (const { id, at, status, headline } of entries) {
    const isGone = GONE.includes(status);
    calendar.createEvent({
      id: `${id}-${at.getTime()}@${home.hostname}`,
      // When it was written would differ each time; clients want it to be there.
      stamp: at,
      start: at,
      end: new Date(at.getTime() + EVENT_MS),
      summary: headline || t("calendarFeed.untitled"),
      description: t(`announcements.statuses.${status}`),
      url: `${home.origin}/t/${slug}/announcements/${id}`,
      status: isGone ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
