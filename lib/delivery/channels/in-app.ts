import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { markBatchSent } from "../drain-sql";
import type { BatchOutcome, SendingOccurrence } from "./channel";

/**
 * The portal itself. The row is the message: marking it sent is the sending, so claim, last look, effect and counters
 * are one statement and a killed worker leaves either all of a batch or nothing. No lease is needed here.
 */
export function sendInApp(ctx: TenantContext, occurrence: SendingOccurrence): Promise<BatchOutcome> {
  return markBatchSent(ctx.db, occurrence, 1_000);
}
