import type { Price } from "../store/wire-types";

const DAY = 86_400;

export type Interval = Pick<NonNullable<Price["recurring"]>, "interval" | "interval_count">;

/** The anchor plus a number of intervals; the 31st becomes the last day of a shorter month and comes back after it. */
export const addIntervals = (anchor: number, recurring: Interval, count: number): number => {
  const steps = count * recurring.interval_count;
  if (recurring.interval === "day") return anchor + steps * DAY;
  if (recurring.interval === "week") return anchor + steps * 7 * DAY;
  const months = recurring.interval === "year" ? steps * 12 : steps;
  const from = new Date(anchor * 1000);
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
  const to = new Date(anchor * 1000);
  to.setUTCDate(1);
  to.setUTCMonth(from.getUTCMonth() + months);
  to.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return Math.floor(to.getTime() / 1000);
};

/** The first end of a period, counted from the anchor, that lies after an instant. */
export const periodEndAfter = (anchor: number, recurring: Interval, after: number): number => {
  if (anchor > after) return anchor;
  const length = addIntervals(anchor, recurring, 1) - anchor;
  let count = Math.max(1, Math.floor((after - anchor) / length) - 1);
  while (addIntervals(anchor, recurring, count) <= after) count += 1;
  return addIntervals(anchor, recurring, count);
};
