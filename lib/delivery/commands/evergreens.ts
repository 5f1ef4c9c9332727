import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/**
 * From now on the sendings of an announcement reach nobody who joins (A5): it was ended, or the next one of its series begins and
 * is what newcomers get. Who joined before still gets it. @returns how many were open
 */
export async function endEvergreens(ctx: TenantContext, announcementId: string): Promise<number> {
  const { count } = await ctx.db.occurrence.updateMany({
    where: { announcementId, evergreenUntil: { gt: ctx.now } },
    data: { evergreenUntil: ctx.now },
  });
  return count;
}

export type OpenEvergreen = { id: string; announcementId: string; startedAt: Date };

/** A sending that still reaches who joins; null when its window is over, or it was taken back. */
export async function findEvergreen(ctx: TenantContext, occurrenceId: string): Promise<OpenEvergreen | null> {
  const row = await ctx.db.occurrence.findFirst({
    where: {
      id: occurrenceId,
      evergreenUntil: { gt: ctx.now },
      retractedAt: null,
      status: { in: ["sending", "paused", "sent"] },
    },
    select: { id: true, announcementId: true, startedAt: true },
  });
  return row?.startedAt ? { ...row, startedAt: row.startedAt } : null;
}
