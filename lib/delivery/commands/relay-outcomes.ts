import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { SendingOccurrence } from "../channels/channel";
import { giveUpUnposted, markPosted } from "../relay-sql";

/**
 * What people posted by hand, onto the deliveries (A8, A21): who sits in a group in which it was posted got it; whom no group can
 * reach any more is left out, or has it in the portal. Inside the transaction that keeps which group is which.
 * `openIds`: groups in which it may still be posted. @returns how many deliveries changed
 */
export async function settleRelayed(
  tx: TenantContext,
  occurrence: SendingOccurrence,
  { postedIds, openIds }: { postedIds: readonly string[]; openIds: readonly string[] },
): Promise<number> {
  const posted = postedIds.length > 0 ? await markPosted(tx.db, occurrence, postedIds) : 0;
  return posted + (await giveUpUnposted(tx.db, occurrence, openIds));
}
