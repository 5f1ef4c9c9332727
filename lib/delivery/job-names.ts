import { z } from "zod";

/** Settles what a worker had in hand of a sending that was stopped, when its lease is over. */
export const settleJob = { name: "settle_occurrence", payload: z.object({ occurrenceId: z.uuid() }) };

/** One in the queue for each occurrence. */
export function settleKey(occurrenceId: string): string {
  return `settle:${occurrenceId}`;
}
