import type { TransferStatus } from "./types";

/** For how many days a proposed transfer of the ownership waits for its answer. */
export const TRANSFER_DAYS = 7;

/** Where a transfer stands at an instant: one that nobody answered in time is over without anybody's act. */
export function transferStatus(
  transfer: { status: TransferStatus; expiresAt: Date },
  now: Date,
): TransferStatus {
  return transfer.status === "pending" && transfer.expiresAt <= now ? "expired" : transfer.status;
}
