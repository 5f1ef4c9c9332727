import "server-only";
import { requeueDeliveries } from "@/lib/delivery/commands/requeue-deliveries";
import type { Retried } from "@/lib/delivery/rules";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { Refusal } from "@/lib/shared/refusal";
import { announceChange } from "../announce-change";
import { senderColumns } from "../author-rules";
import { drainJob, drainKey } from "../job-names";
import { getAnnouncement } from "../queries/get-announcement";
import type { Announcement } from "../types";
import { changeStatus } from "./change-status";
import { requireSender } from "./require-sender";

/**
 * Sends the latest occurrence again to those whom it did not reach: what failed, or, if the sender takes the risk that some get it
 * twice, what nobody knows of (A16).
 * @throws Refusal `illegal_transition`, `nothing_to_retry`, and what `requireSender` does.
 */
export async function retryDeliveries(
  ctx: TenantContext,
  id: string,
  status: Retried,
): Promise<Announcement> {
  await requireSender(ctx, id);
  await inTransaction(ctx, async (tx) => {
    await changeStatus(tx, id, "retry", {
      reason: `retry_${status}`,
      changes: senderColumns(tx.actor),
    });
    const requeued = await requeueDeliveries(tx, id, status);
    if (!requeued) throw new Refusal("nothing_to_retry");
    const { occurrenceId } = requeued;
    await enqueue(tx.db, drainJob, { occurrenceId }, { key: drainKey(occurrenceId) });
  });
  announceChange(ctx, id);
  return await getAnnouncement(ctx, id);
}
