import { invalidInput } from "@/lib/shared/refusal";
import { previewSchedule } from "./schedule-rules";
import type { ScheduleChoice } from "./types";

/**
 * That a schedule can be understood: a zone, a time of the calendar, a rule of RFC 5545. A time in the past is no fault
 * of a draft.
 * @throws Refusal `invalid_input` at the part of `schedule` that is wrong.
 */
export function checkSchedule(schedule: ScheduleChoice): void {
  if (schedule.mode === "now") return;
  const preview = previewSchedule({
    localTime: schedule.localTime ?? "",
    timezone: schedule.timezone ?? "",
    rrule: schedule.rrule,
    count: 1,
  });
  if (!preview.ok) {
    throw invalidInput({ path: `schedule.${preview.path}`, code: preview.code, params: preview.params });
  }
}
