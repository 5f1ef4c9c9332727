import { shownShare, smallCount } from "@/lib/delivery/small-count-rules";
import { daysAfter } from "@/lib/shared/days";
import type { Ratio } from "./types";

/** What is looked at: the last days until now, beside as many before them. */
export const PERIODS = [7, 28, 90] as const;
export type Period = (typeof PERIODS)[number];

/** The eight traits of a community, in the order in which they are told. */
export const TRAITS = [
  "participation",
  "replies",
  "newcomers",
  "voices",
  "growth",
  "staying",
  "hours",
  "reading",
] as const;
export type Trait = (typeof TRAITS)[number];

/** The lists of rows behind the numbers. */
export const ROWS = ["posted", "unanswered", "newcomers", "joined", "left"] as const;
export type RowsKind = (typeof ROWS)[number];

export type Window = { from: Date; to: Date; days: Period; stepDays: number; steps: number };

/** The time that is looked at, in equal steps: a week by days, longer by weeks. */
export function windowOf(now: Date, days: Period): Window {
  const stepDays = days === 7 ? 1 : 7;
  const steps = Math.ceil(days / stepDays);
  return { from: daysAfter(now, -steps * stepDays), to: now, days, stepDays, steps };
}

/** The same time before that. */
export function before({ from, stepDays, steps, days }: Window): Window {
  return { from: daysAfter(from, -steps * stepDays), to: from, days, stepDays, steps };
}

/** When the steps of a window begin. */
export function stepsOf({ from, stepDays, steps }: Window): Date[] {
  return Array.from({ length: steps }, (_, step) => daysAfter(from, step * stepDays));
}

/** A part of a whole as it may be shown, and its share of the time before: few people are not told apart (P12). */
export function ratioOf(now: Counted, earlier: Counted | null): Ratio {
  return {
    part: smallCount(now.part),
    whole: smallCount(now.whole),
    share: now.whole === 0 ? null : shownShare(now.part, now.whole),
    before: earlier === null || earlier.whole === 0 ? null : shownShare(earlier.part, earlier.whole),
  };
}
type Counted = { part: number; whole: number };

/** The fullest hour of the week, where its count is shown; the earliest of equal ones. */
export function bestHour(hours: readonly HourCount[]): { weekday: number; hour: number } | null {
  const shown = hours.filter(({ count }) => smallCount(count) !== "<5" && count > 0);
  const [best] = shown.toSorted((a, b) => b.count - a.count || a.weekday - b.weekday || a.hour - b.hour);
  return best ? { weekday: best.weekday, hour: best.hour } : null;
}
export type HourCount = { weekday: number; hour: number; count: number };
