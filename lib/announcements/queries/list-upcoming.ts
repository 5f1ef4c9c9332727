import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { upcomingIds } from "../recent-sql";
import type { Announcement } from "../types";
import { announcementColumns, toAnnouncement } from "./select-announcement";
import { viewerOf } from "./viewer-of";

/** The scheduled announcements that go out next, soonest first, of those the actor may see. */
export async function listUpcoming(
  ctx: TenantContext,
  { limit }: { limit: number },
): Promise<Announcement[]> {
  const ids = await upcomingIds(ctx.db, await viewerOf(ctx), limit);
  if (ids.length === 0) return [];
  const rows = await ctx.db.announcement.findMany({
    where: { id: { in: ids } },
    select: announcementColumns,
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toAnnouncement);
}
