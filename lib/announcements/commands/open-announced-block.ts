import "server-only";
import { openBlock } from "@/lib/blocks/commands/open-block";
import type { TenantContext } from "@/lib/platform/context";
import { blockTimes } from "../block-times";
import type { Announcement } from "../types";
import { planEventReminders } from "./plan-event-reminders";

/**
 * The block that an occurrence shows, in the transaction that freezes it: a new one, or for a reminder that of what it reminds
 * of, so that each person answers once. An event's own reminders are planned with it. @returns its id; null without one
 */
export async function openAnnouncedBlock(
  tx: TenantContext,
  announcement: Announcement,
  sentAt: Date,
): Promise<string | null> {
  const { id, communityIds, block: content, remindsId } = announcement;
  if (remindsId) {
    const first = await tx.db.block.findFirst({
      where: { announcementId: remindsId },
      select: { id: true },
      orderBy: { id: "desc" },
    });
    if (first) return first.id;
  }
  if (!content) return null;
  const times = blockTimes(content, sentAt);
  const blockId = await openBlock(tx, { announcementId: id, communityIds, content, ...times });
  if (content.kind === "event" && times.startsAt)
    await planEventReminders(tx, { announcement, content, blockId, startsAt: times.startsAt });
  return blockId;
}
