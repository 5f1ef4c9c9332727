import type { ScheduleChoice } from "./types";

/** The columns of a schedule. */
export function columnsOf(schedule: ScheduleChoice) {
  return {
    scheduleMode: schedule.mode,
    localTime: schedule.localTime ?? null,
    timezone: schedule.timezone ?? null,
    rrule: schedule.rrule ?? null,
    businessHours: schedule.businessHours ?? false,
  };
}
