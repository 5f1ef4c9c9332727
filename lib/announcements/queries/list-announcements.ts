import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { canAsStaff } from "@/lib/tenants/policy";
import { visibleIds } from "../announcement-sql";
import type { AnnouncementStatus } from "../rules";
import type { Announcement } from "../types";
import { readAsMember } from "./read-as-member";
import { announcementColumns, toAnnouncement } from "./select-announcement";
import { viewerOf } from "./viewer-of";

export type AnnouncementFilter = {
  statuses?: readonly AnnouncementStatus[] | undefined;
  communityId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
};

/** The announcements that the actor may see, newest first. @throws Refusal `not_allowed`, `invalid_cursor`. */
export async function listAnnouncements(
  ctx: TenantContext,
  filter: AnnouncementFilter,
): Promise<Page<Announcement>> {
  const before = filter.cursor ? String(decodeCursor(filter.cursor, z.tuple([z.uuid()]))[0]) : null;
  const viewer = await viewerOf(ctx);
  const hasNothing = ctx.actor.kind === "staff" && viewer.reach?.length === 0;
  if (hasNothing) authorize(canAsStaff(ctx.actor, "announcements.view"));
  const ids = await visibleIds(ctx.db, viewer, {
    statuses: filter.statuses ?? [],
    communityId: filter.communityId ?? null,
    before,
    take: filter.limit + 1,
  });
  const rows = await ctx.db.announcement.findMany({
    where: { id: { in: ids } },
    select: announcementColumns,
    orderBy: { id: "desc" },
  });
  const { data, nextCursor } = pageOf(rows.map(toAnnouncement), filter.limit, ({ id }) => [id]);
  return { data: await readAsMember(ctx, data, viewer.reach ?? []), nextCursor };
}
