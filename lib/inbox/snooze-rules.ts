import { Temporal } from "temporal-polyfill";

/** The instant of a local time in a zone; one that does not exist is the first after it, one that exists twice the first (A6). */
export function instantOf(localTime: string, zone: string): string {
  return Temporal.PlainDateTime.from(localTime).toZonedDateTime(zone).toInstant().toString();
}

/** The last second of a day in a zone. */
export function endOfDay(day: string, zone: string): string {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: zone, plainTime: { hour: 23, minute: 59, second: 59 } })
    .toInstant()
    .toString();
}

/** Times to choose from, as local times: this evening where it is not evening yet, tomorrow morning, next Monday. */
export function snoozeChoices(
  now: Date,
  zone: string,
): { key: "evening" | "tomorrow" | "monday"; localTime: string }[] {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const at = (days: number, hour: number) =>
    here.toPlainDate().add({ days }).toPlainDateTime({ hour }).toString({ smallestUnit: "minute" });
  const untilMonday = 8 - here.dayOfWeek;
  return [
    ...(here.hour < 17 ? [{ key: "evening" as const, localTime: at(0, 18) }] : []),
    { key: "tomorrow", localTime: at(1, 9) },
    ...(untilMonday > 1 ? [{ key: "monday" as const, localTime: at(untilMonday, 9) }] : []),
  ];
}
