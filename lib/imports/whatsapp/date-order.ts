import { dateText, dayPosition, readDate } from "./calendar-date";
import type { DateOrder } from "./types";

export type DateNumbers = readonly [string, string, string];
export type InferredOrder = { order: DateOrder; candidates: [] } | { order: null; candidates: DateOrder[] };

/**
 * Infers the order of day, month and year over the whole file (I2): impossible dates and steps back in time
 * rule an order out; among those left the number that changes most often is the day; else it is to be asked.
 */
export function inferDateOrder(dates: readonly DateNumbers[]): InferredOrder {
  const distinct = dates.filter((date, index) => date.join() !== dates[index - 1]?.join());
  const scored = possibleOrders(distinct).map((order) => ({ order, faults: countFaults(distinct, order) }));
  const fewest = Math.min(...scored.map(({ faults }) => faults));
  const fitting = scored.filter(({ faults }) => faults === fewest).map(({ order }) => order);
  return decide(distinct, fitting);
}

function possibleOrders(dates: readonly DateNumbers[]): DateOrder[] {
  const isYear = (text: string | undefined) => (text?.length ?? 0) > 2 || Number(text) > 31;
  const mostly = (position: 0 | 2) =>
    dates.filter((date) => isYear(date[position])).length * 2 > dates.length;
  if (mostly(0)) return ["ymd", "ydm"];
  if (mostly(2)) return ["dmy", "mdy"];
  return ["dmy", "mdy", "ymd", "ydm"];
}

/** Dates that do not exist under the order, and steps back in time: an export is in order of time. */
function countFaults(dates: readonly DateNumbers[], order: DateOrder): number {
  let faults = 0;
  let previous = "";
  for (const numbers of dates) {
    const date = readDate(numbers, order);
    const text = date === null ? null : dateText(date);
    if (text === null || text < previous) faults += 1;
    previous = text ?? previous;
  }
  return faults;
}

function decide(dates: readonly DateNumbers[], fitting: DateOrder[]): InferredOrder {
  const [only] = fitting;
  if (only && (fitting.length === 1 || agree(dates, fitting))) return { order: only, candidates: [] };
  const changes = ([0, 1, 2] as const).map((position) => countChanges(dates, position));
  const dayChanges = (order: DateOrder) => changes[dayPosition(order)] ?? 0;
  const most = Math.max(...fitting.map(dayChanges));
  const busiest = fitting.filter((order) => dayChanges(order) === most);
  const order = preferCommon(busiest);
  return order ? { order, candidates: [] } : { order: null, candidates: busiest };
}

/** Two-digit years come last, and where years come first so does the month, unless the file proves otherwise. */
function preferCommon(orders: DateOrder[]): DateOrder | null {
  const yearLast = orders.filter((order) => order === "dmy" || order === "mdy");
  if (yearLast.length === 1) return yearLast[0] ?? null;
  if (yearLast.length === 0) return orders[0] ?? null;
  return null;
}

/** 05/05 reads the same either way. */
function agree(dates: readonly DateNumbers[], orders: DateOrder[]): boolean {
  return dates.every((numbers) => {
    const readings = orders.map((order) => readDate(numbers, order));
    return new Set(readings.map((date) => (date ? dateText(date) : ""))).size === 1;
  });
}

function countChanges(dates: readonly DateNumbers[], position: 0 | 1 | 2): number {
  return dates.filter((date, index) => index > 0 && date[position] !== dates[index - 1]?.[position]).length;
}
