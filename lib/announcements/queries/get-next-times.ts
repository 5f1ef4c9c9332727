import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { findCountry } from "@/lib/tenants/queries/find-country";
import { type NextTimes, nextTimesOf } from "../next-times";
import type { ScheduleChoice } from "../types";

/** The next times of a schedule that is being written, with the holidays of the tenant's country (A6). */
export async function getNextTimes(ctx: TenantContext, schedule: ScheduleChoice): Promise<NextTimes> {
  const { localTime = "", timezone = "", rrule } = schedule;
  const { now, locale } = ctx;
  return nextTimesOf({ localTime, timezone, rrule }, { now, locale, country: await findCountry(ctx) });
}
