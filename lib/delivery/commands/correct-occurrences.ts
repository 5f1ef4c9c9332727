import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";

export type Corrected = { id: string; blockId: string | null; communityIds: string[]; body: string };

const BEYOND_REACH = ["sent", "delivered", "read", "unknown"];

/**
 * Gives the latest occurrence of an announcement other words (A11): in the portal they are there at once. Inside a transaction.
 * @returns the occurrence, and how many people have the old ones from a channel that cannot change them
 * @throws Refusal `illegal_transition` when nothing was sent.
 */
export async function correctOccurrences(
  tx: TenantContext,
  announcementId: string,
  body: string,
): Promise<{ occurrence: Corrected; unchangedDeliveries: number }> {
  const latest = await tx.db.occurrence.findFirst({
    where: { announcementId, startedAt: { not: null }, retractedAt: null },
    orderBy: { id: "desc" },
    select: { id: true, blockId: true, communityIds: true },
  });
  if (!latest) throw new Refusal("illegal_transition", { from: "scheduled", to: "scheduled" });
  await tx.db.occurrence.updateMany({ where: { id: latest.id }, data: { body, editedAt: tx.now } });
  const unchangedDeliveries = await tx.db.delivery.count({
    where: {
      occurrenceId: latest.id,
      channel: { not: "in_app" },
      status: { in: BEYOND_REACH },
      sentAt: { not: null },
    },
  });
  return { occurrence: { ...latest, body }, unchangedDeliveries };
}
