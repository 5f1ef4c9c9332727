import type { TenantContext } from "@/lib/platform/context";
import type { Purpose } from "../types";

/** What a channel needs to know of the occurrence that it sends. */
export type SendingOccurrence = {
  id: string;
  communityIds: readonly string[];
  groupIds: readonly string[];
  purpose: Purpose;
};

export type BatchOutcome = { sent: number; skipped: number };

/**
 * One way a delivery takes (A10). `sendBatch` takes some queued deliveries, looks once more whether each person may get
 * it (X5), sends, and marks them with the counters in the same statement; nothing taken means nothing left for this
 * worker. Safe to run in several workers at once and to be killed at any moment.
 */
export interface Channel {
  readonly name: string;
  sendBatch(ctx: TenantContext, occurrence: SendingOccurrence): Promise<BatchOutcome>;
}
