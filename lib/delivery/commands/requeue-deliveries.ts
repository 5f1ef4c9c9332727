import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { requeue } from "../requeue-sql";
import type { Retried } from "../rules";

export type Requeued = { occurrenceId: string; deliveries: number };

/**
 * Opens the latest occurrence of an announcement again for what failed, or for what nobody knows of; each is sent under the same
 * key as before (A16). Inside the transaction that moves its announcement. Null when there is none of it.
 */
export async function requeueDeliveries(
  ctx: TenantContext,
  announcementId: string,
  status: Retried,
): Promise<Requeued | null> {
  const occurrence = await ctx.db.occurrence.findFirst({
    // One that is sending here ended before, and goes on for who joined since (A5).
    where: { announcementId, status: { in: ["sent", "sending"] }, retractedAt: null },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  if (!occurrence) return null;
  const deliveries = await requeue(ctx.db, occurrence.id, status);
  if (deliveries === 0) return null;
  await ctx.db.occurrence.updateMany({
    where: { id: occurrence.id, status: { in: ["sent", "sending"] } },
    data: { status: "sending", finishedAt: null },
  });
  return { occurrenceId: occurrence.id, deliveries };
}
