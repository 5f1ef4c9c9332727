import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { isVisible } from "../announcement-sql";
import type { AnnouncementStatus } from "../rules";
import type { Announcement, TransitionRecord } from "../types";
import { readAsMember } from "./read-as-member";
import { announcementColumns, toAnnouncement } from "./select-announcement";
import { viewerOf } from "./viewer-of";

/** One announcement, as the actor may see it (P12). @throws Refusal `not_found`, also for those who may not see it (T3). */
export async function getAnnouncement(ctx: TenantContext, id: string): Promise<Announcement> {
  const announcement = await findAnnouncement(ctx, id);
  const viewer = await viewerOf(ctx);
  if (!announcement || !(await isVisible(ctx.db, viewer, id))) throw notFound();
  const [seen] = await readAsMember(ctx, [announcement], viewer.reach ?? []);
  return seen ?? announcement;
}

/** One announcement, whoever asks: for commands, which have their own policy. */
export async function findAnnouncement(ctx: TenantContext, id: string): Promise<Announcement | null> {
  if (!isId(id)) return null;
  const row = await ctx.db.announcement.findFirst({ where: { id }, select: announcementColumns });
  return row && toAnnouncement(row);
}

/** What happened to an announcement, oldest first; the caller has read the announcement itself. */
export async function listTransitions(ctx: TenantContext, id: string): Promise<TransitionRecord[]> {
  const rows = await ctx.db.announcementTransition.findMany({
    where: { announcementId: id },
    select: { id: true, fromStatus: true, toStatus: true, actorLabel: true, reason: true, at: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: 200,
  });
  return rows.map((row) => ({
    id: row.id,
    from: row.fromStatus as AnnouncementStatus,
    to: row.toStatus as AnnouncementStatus,
    by: row.actorLabel,
    reason: row.reason,
    at: row.at,
  }));
}
