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

/**
 * How far a delivery has come (A8, X10): news of a lower or equal rank changes nothing. `unknown` may have been sent, so
 * only certain news follows it; a failure that a provider reports is overtaken by what proves that it arrived after all.
 */
export const STATUS_RANKS = { queued: 0, unknown: 1, sent: 2, failed: 3, delivered: 4, read: 5 } as const;

/** Whether a delivery may go from one status to another: late or repeated news never takes one back. */
export function isForward(from: DeliveryStatus, to: DeliveryStatus): boolean {
  if (from === "skipped") return false;
  return to === "skipped" ? from === "queued" : STATUS_RANKS[to] > STATUS_RANKS[from];
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

/** What may be sent again: what has failed, and what nobody knows of (A16). */
export const RETRIED = ["failed", "unknown"] as const;
export type Retried = (typeof RETRIED)[number];
