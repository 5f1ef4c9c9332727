import "server-only";
import { isOnlyByHand } from "@/lib/delivery/commands/stop-occurrence";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { violatedUnique } from "@/lib/platform/db/constraint";
import { newId } from "@/lib/shared/ids";
import { Refusal } from "@/lib/shared/refusal";
import { authorId } from "../author-rules";
import { copiedColumns } from "../copied-columns";
import { copyMedia } from "../keep-media";
import { getAnnouncement } from "../queries/get-announcement";
import type { Announcement } from "../types";
import { recordTransition } from "./change-status";
import { requireSender } from "./require-sender";

/**
 * A draft that reminds those who got an announcement and are not known to have read it: the same words to the same audience, to
 * be changed, counted and sent like any other (A15). One announcement has one reminder, unless that one was cancelled. What is
 * posted by hand may take days: it is not waited for (A21).
 * @throws Refusal `illegal_transition` before it was sent, `already_reminded`, and what `requireSender` does.
 */
export async function remindUnread(ctx: TenantContext, id: string): Promise<Announcement> {
  const sent = await requireSender(ctx, id);
  const isDone = sent.status === "sent" || (sent.status === "sending" && (await isOnlyByHand(ctx, id)));
  if (!isDone || sent.statusReason === "retracted" || sent.remindsId) {
    throw new Refusal("illegal_transition", { from: sent.status, to: "draft" });
  }
  const reminderId = newId();
  await inTransaction(ctx, async (tx) => {
    await tx.db.announcement.create({ data: reminderOf(tx, sent, reminderId), select: { id: true } });
    await copyMedia(tx, reminderId, sent.media);
    await recordTransition(tx, { id: reminderId, from: "draft", to: "draft", reason: "reminder" });
  }).catch((error: unknown) => {
    throw violatedUnique(error)?.includes("reminds_id") || violatedUnique(error)?.includes("one_reminder")
      ? new Refusal("already_reminded")
      : error;
  });
  return await getAnnouncement(ctx, reminderId);
}

/** A reason to pass the budget held for that time, not for this one. */
function reminderOf({ actor, now }: TenantContext, sent: Announcement, id: string) {
  const author = authorId(actor);
  return { ...copiedColumns(sent, now), id, urgentReason: null, remindsId: sent.id, createdBy: author };
}
