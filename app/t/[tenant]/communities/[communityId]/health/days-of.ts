import { PERIODS, type Period } from "@/lib/health/rules";

/** The period that an address names; four weeks where it names none. */
export function daysOf(typed: string | string[] | undefined): Period {
  return PERIODS.find((days) => String(days) === typed) ?? 28;
}
