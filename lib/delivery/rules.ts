import type { OccurrenceCounts } from "./types";

export const DELIVERY_STATUSES = [
  "queued",
  "sent",
  "delivered",
  "read",
  "skipped",
  "failed",
  "unknown",
] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const OCCURRENCE_STATUSES = [
  "scheduled",
  "sending",
  "sent",
  "paused",
  "cancelled",
  "failed",
  "missed",
] as const;
export type OccurrenceStatus = (typeof OCCURRENCE_STATUSES)[number];

// A8: statuses only go forward; `skipped`, `failed` and `unknown` are ends of the way before `sent`.
const RANK: Partial<Record<DeliveryStatus, number>> = { queued: 0, sent: 1, delivered: 2, read: 3 };

/** Whether a delivery may go from one status to another: late or repeated news never takes one back (A8, X10). */
export function isForward(from: DeliveryStatus, to: DeliveryStatus): boolean {
  const before = RANK[from];
  const after = RANK[to];
  if (before === undefined) return from === "unknown" && after !== undefined && after > 0;
  return after === undefined ? from === "queued" : after > before;
}

/** All deliveries of an occurrence: the counts are exclusive. */
export function totalOf(counts: OccurrenceCounts): number {
  return DELIVERY_STATUSES.reduce((sum, status) => sum + counts[status], 0);
}

/** How much of the occurrence is decided, between 0 and 1. */
export function progressOf(counts: OccurrenceCounts): number {
  const total = totalOf(counts);
  return total === 0 ? 1 : (total - counts.queued) / total;
}

// Measured on two shared cores (tests/bench/fan-out.bench.ts): batches of 1,000 in the database itself.
const IN_APP_PER_SECOND = 20_000;

/** How long the in-app channel takes for so many people, in whole seconds. */
export function inAppSeconds(people: number): number {
  return Math.ceil(people / IN_APP_PER_SECOND);
}
