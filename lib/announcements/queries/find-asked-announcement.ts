import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { AnnouncementStatus } from "../rules";

/** The newest announcement to those who asked for an item of feedback, if there is one. Its caller sees the item. */
export async function findAskedAnnouncement(
  ctx: TenantContext,
  feedbackId: string,
): Promise<{ id: string; status: AnnouncementStatus } | null> {
  const row = await ctx.db.announcement.findFirst({
    where: { audience: { path: ["askedFeedbackId"], equals: feedbackId }, status: { not: "cancelled" } },
    select: { id: true, status: true },
    orderBy: { createdAt: "desc" },
  });
  return row && { id: row.id, status: row.status as AnnouncementStatus };
}
