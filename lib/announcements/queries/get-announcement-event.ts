import "server-only";
import { listAdministeredCommunityIds } from "@/lib/delivery/queries/list-administered";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { DAY_MS } from "@/lib/shared/days";
import { communitiesInReach } from "@/lib/tenants/policy";
import type { AnnouncementEvent } from "../types";
import { findAnnouncement } from "./get-announcement";
import { getLiveAnnouncement } from "./get-live-announcement";

/** An announcement as it is now, once for all who watch; whoever sends it on filters by `watchedCommunities`. */
export async function systemAnnouncementEvent(
  tenantId: string,
  id: string,
): Promise<AnnouncementEvent | null> {
  const ctx = systemContext(tenantId, "event_stream");
  const announcement = await findAnnouncement(ctx, id);
  if (!announcement) return null;
  return { communityIds: announcement.communityIds, live: await getLiveAnnouncement(ctx, id) };
}

// A change is dated before its transaction ends, and told after.
const OVERLAP_MS = 30_000;
const READ_FOR_MS = 7 * DAY_MS;

/**
 * The announcements that moved since an instant, or may have: those still being sent, and those that people read these
 * days. For a stream that was away; what it knows already does no harm.
 */
export async function systemRecentAnnouncementIds(tenantId: string, since: Date): Promise<string[]> {
  const { db, now } = systemContext(tenantId, "event_stream");
  const rows = await db.announcement.findMany({
    where: {
      OR: [
        { updatedAt: { gte: new Date(since.getTime() - OVERLAP_MS) } },
        { status: "sent", updatedAt: { gte: new Date(now.getTime() - READ_FOR_MS) } },
        { status: { in: ["sending", "paused"] } },
      ],
    },
    select: { id: true },
    orderBy: { updatedAt: "desc" },
    take: 50,
  });
  return rows.map(({ id }) => id);
}

/** The communities whose announcements an actor may watch; null: all. The same reach as the list has (R2, R3). */
export async function watchedCommunities(ctx: TenantContext): Promise<readonly string[] | null> {
  const reach = communitiesInReach(ctx.actor, "announcements.view");
  return reach && [...reach, ...(await listAdministeredCommunityIds(ctx))];
}
