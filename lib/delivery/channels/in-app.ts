import "server-only";
import { markBatchSent } from "../drain-sql";
import type { Channel } from "./channel";

/**
 * The portal itself. The row is the message: marking it sent is the sending, so claim, last look, effect and counters
 * are one statement and a killed worker leaves either all of a batch or nothing. No lease is needed here; channels that
 * reach outside take one.
 */
export const inApp: Channel = {
  name: "in_app",
  sendBatch: (ctx, occurrence) => markBatchSent(ctx.db, occurrence, 1_000),
};
