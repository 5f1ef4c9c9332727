import "server-only";
import { correctOccurrences } from "@/lib/delivery/commands/correct-occurrences";
import type { MediaChoice } from "@/lib/media/schema";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { nullableJson } from "@/lib/platform/db/nullable-json";
import { Refusal } from "@/lib/shared/refusal";
import { announceChange } from "../announce-change";
import { checkBody } from "../check-body";
import { keepMedia, mediaColumn } from "../keep-media";
import { getAnnouncement } from "../queries/get-announcement";
import { CORRECTABLE } from "../rules";
import type { Announcement } from "../types";
import { labelOf, recordTransition } from "./change-status";
import { rewordRelay } from "./plan-relay";
import { requireSender } from "./require-sender";

export type Correction = Announcement & {
  /** How many got it by a channel that cannot change what it brought: they keep the old words. */
  unchangedDeliveries: number;
};

/**
 * Changes the words, and what is shown with them, of what was sent (A11, X7): the portal shows them with a mark at once, letters that are still queued carry
 * them, the old ones stay on the record. Of a series the later times have the new words too, unless it was approved (A19).
 * @throws Refusal `illegal_transition` where nothing was sent, `approval_void`, `invalid_input`, `conflict`, and what
 * `requireSender` does.
 */
export async function correctAnnouncement(
  ctx: TenantContext,
  id: string,
  { body, media }: { body: string; media?: readonly MediaChoice[] | null | undefined },
): Promise<Correction> {
  const before = await requireSender(ctx, id);
  const { status, version } = before;
  if (!CORRECTABLE.some((known) => known === status) || before.statusReason === "retracted") {
    throw new Refusal("illegal_transition", { from: status, to: status });
  }
  if (status !== "sent" && before.approvedHash) throw new Refusal("approval_void");
  await checkBody(ctx, body);
  const unchangedDeliveries = await inTransaction(ctx, async (tx) => {
    const shown = await keepMedia(tx, id, { choices: media, before: before.media, keeping: true });
    const { count } = await tx.db.announcement.updateMany({
      where: { id, version, status },
      data: { body, ...mediaColumn(shown), version: { increment: 1 }, updatedAt: tx.now },
    });
    if (count === 0) throw new Refusal("conflict");
    const replacedBy = await labelOf(tx, tx.actor);
    await tx.db.announcementVersion.create({
      data: {
        announcementId: id,
        version,
        body: before.body,
        media: nullableJson(before.media),
        replacedBy,
        replacedAt: tx.now,
      },
    });
    await recordTransition(tx, { id, from: status, to: status, reason: "corrected" });
    const corrected = await correctOccurrences(tx, id, { body, media: shown });
    await rewordRelay(tx, corrected.occurrence);
    return corrected.unchangedDeliveries;
  });
  announceChange(ctx, id);
  return { ...(await getAnnouncement(ctx, id)), unchangedDeliveries };
}
