import "server-only";
import type { AttachedMedia } from "@/lib/media/types";
import type { TenantContext } from "@/lib/platform/context";
import { getWatchedAnnouncement } from "./get-watched-announcement";

export type AnnouncementVersion = {
  version: number;
  body: string;
  media: AttachedMedia[] | null;
  replacedBy: string;
  replacedAt: Date;
};

// Nobody corrects more often.
const MOST = 100;

/** The words that an announcement had before, newest first, for those who look after it. @throws Refusal `not_found` */
export async function listVersions(ctx: TenantContext, id: string): Promise<AnnouncementVersion[]> {
  await getWatchedAnnouncement(ctx, id);
  const rows = await ctx.db.announcementVersion.findMany({
    where: { announcementId: id },
    select: { version: true, body: true, media: true, replacedBy: true, replacedAt: true },
    orderBy: { version: "desc" },
    take: MOST,
  });
  return rows.map((row) => ({ ...row, media: row.media as AttachedMedia[] | null }));
}
