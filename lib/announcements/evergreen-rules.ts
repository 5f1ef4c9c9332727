import { Temporal } from "temporal-polyfill";
import { daysAfter } from "@/lib/shared/days";
import type { FieldIssue } from "@/lib/shared/refusal";
import type { Evergreen } from "./types";
import { resolveInZone } from "./zone-rules";

/** Until when a sending that began at an instant reaches who joins (A5): `until` is over when that day is, in the tenant's zone. */
export function evergreenUntil(evergreen: Evergreen, startedAt: Date, timezone: string): Date {
  if ("days" in evergreen) return daysAfter(startedAt, evergreen.days);
  const dayAfter = Temporal.PlainDate.from(evergreen.until).add({ days: 1 });
  const { instant } = resolveInZone(dayAfter.toPlainDateTime(), timezone);
  return new Date(instant.epochMilliseconds);
}

/** That it is not over before the sending begins. */
export function evergreenProblems(
  evergreen: Evergreen | null,
  { begins, timezone }: { begins: Date; timezone: string },
): FieldIssue[] {
  if (!evergreen || evergreenUntil(evergreen, begins, timezone) > begins) return [];
  return [{ path: "evergreen.until", code: "over_before_sending" }];
}
