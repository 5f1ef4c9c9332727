import "server-only";
import { showMedia } from "@/lib/media/commands/show-media";
import type { AttachedMedia } from "@/lib/media/types";
import type { TenantContext } from "@/lib/platform/context";
import { nullableJson } from "@/lib/platform/db/nullable-json";
import { Refusal } from "@/lib/shared/refusal";

export type Corrected = {
  id: string;
  blockId: string | null;
  communityIds: string[];
  body: string;
  media: AttachedMedia[] | null;
};

/** Without `media` what is shown stays. */
type Correction = { body: string; media?: AttachedMedia[] | null | undefined };

const BEYOND_REACH = ["sent", "delivered", "read", "unknown"];

/**
 * Gives the latest occurrence of an announcement other words, and other media where they are given (A11): in the portal they are there at once. Inside a transaction.
 * @returns the occurrence, and how many people have the old ones from a channel that cannot change them
 * @throws Refusal `illegal_transition` when nothing was sent.
 */
export async function correctOccurrences(
  tx: TenantContext,
  announcementId: string,
  { body, media }: Correction,
): Promise<{ occurrence: Corrected; unchangedDeliveries: number }> {
  const latest = await tx.db.occurrence.findFirst({
    where: { announcementId, startedAt: { not: null }, retractedAt: null },
    orderBy: { id: "desc" },
    select: { id: true, blockId: true, communityIds: true, media: true },
  });
  if (!latest) throw new Refusal("illegal_transition", { from: "scheduled", to: "scheduled" });
  const shown = media === undefined ? {} : { media: nullableJson(media) };
  await tx.db.occurrence.updateMany({ where: { id: latest.id }, data: { body, ...shown, editedAt: tx.now } });
  // A picture that was the wrong one is fetched by nobody any more, from letters neither.
  if (media !== undefined) await showMedia(tx, { kind: "occurrence", id: latest.id }, media);
  const unchangedDeliveries = await tx.db.delivery.count({
    where: {
      occurrenceId: latest.id,
      channel: { not: "in_app" },
      status: { in: BEYOND_REACH },
      sentAt: { not: null },
    },
  });
  const showing = media === undefined ? (latest.media as AttachedMedia[] | null) : media;
  return { occurrence: { ...latest, body, media: showing }, unchangedDeliveries };
}
