import { parseRrule } from "./rrule-rules";
import { occurrencesBetween, previewSchedule } from "./schedule-rules";
import type { ScheduleChoice } from "./types";

/** `20261224T090000`, as RFC 5545 writes a wall-clock time. */
function stamp(localTime: string): string {
  const digits = localTime.replaceAll(/[-:]/gu, "");
  return digits.length === 13 ? `${digits}00` : digits;
}

/** Whether a wall-clock time is one of a series that is still ahead of an instant. */
export function isAhead(schedule: ScheduleChoice, localTime: string, after: Date): boolean {
  const timezone = schedule.timezone ?? "UTC";
  const once = previewSchedule({ localTime, timezone });
  const until = once.ok ? once.instants[0] : undefined;
  if (!until || Date.parse(until) <= after.getTime()) return false;
  const before = new Date(Date.parse(until) - 1).toISOString();
  const input = { localTime: schedule.localTime ?? "", timezone, rrule: schedule.rrule };
  return occurrencesBetween(input, { after: before, until, limit: 1 }).length > 0;
}

/** The series without one of its times. */
export function withoutTime(rrule: string, localTime: string): string {
  return `${rrule.trim()}\nEXDATE:${stamp(localTime)}`;
}

/** The series that ends before one of its times. */
export function endedBefore(rrule: string, localTime: string): string {
  const [rule = "", ...exceptions] = rrule.trim().split(/\r?\n/u);
  const kept = rule.split(";").filter((part) => !/^(?:RRULE:)?(?:UNTIL|COUNT)=/iu.test(part));
  // RFC 5545: an end is inclusive. The second before it is the last moment of what stays.
  const at = Date.parse(`${localTime.length === 16 ? `${localTime}:00` : localTime}Z`);
  const before = new Date(at - 1_000).toISOString().slice(0, 19);
  return [`${kept.join(";")};UNTIL=${stamp(before)}`, ...exceptions].join("\n");
}

/** The series from one of its times on: what was counted before it is not counted again. */
export function startedAt(schedule: ScheduleChoice, localTime: string): ScheduleChoice {
  const rrule = schedule.rrule ?? "";
  const parsed = parseRrule(rrule);
  const count = parsed.ok ? parsed.recurrence.count : null;
  if (count === null) return { ...schedule, localTime };
  const timezone = schedule.timezone ?? "UTC";
  const start = schedule.localTime ?? "";
  // Exceptions count as times of the rule: asked without them.
  const plain = rrule.trim().split(/\r?\n/u)[0] ?? "";
  const all = previewSchedule({ localTime: start, timezone, rrule: plain, count: Math.min(count, 1_000) });
  const before = all.ok ? all.occurrences.findIndex((each) => each.localTime === localTime) : 0;
  const left = Math.max(1, count - Math.max(0, before));
  return { ...schedule, localTime, rrule: rrule.replace(/COUNT=\d+/iu, `COUNT=${left}`) };
}
