import "server-only";
import type { MediaOwner } from "@/lib/media/types";
import type { TenantContext } from "@/lib/platform/context";
import { sightOf } from "@/lib/shared/actor";
import { isVisible } from "../announcement-sql";
import { selectOne } from "../feed-sql";
import { viewerOf } from "./viewer-of";

/**
 * Whether somebody may see what shows a medium, as things are now (R7): those who look after an announcement, retracted or not; a
 * member what was delivered to them and not taken back (X8).
 */
export async function seesMediaOf(ctx: TenantContext, owner: MediaOwner): Promise<boolean> {
  if (owner.kind === "announcement") return await looksAfter(ctx, owner.id);
  if (owner.kind !== "occurrence") return false;
  if (ctx.actor.kind === "member" && (await gotIt(ctx, ctx.actor.memberId, owner.id))) return true;
  const occurrence = await ctx.db.occurrence.findFirst({
    where: { id: owner.id },
    select: { announcementId: true },
  });
  return occurrence !== null && (await looksAfter(ctx, occurrence.announcementId));
}

/** Whether an occurrence stands: what links in letters show ends with it (X8). */
export async function standsOccurrence(db: TenantContext["db"], occurrenceId: string): Promise<boolean> {
  return (await db.occurrence.count({ where: { id: occurrenceId, retractedAt: null } })) > 0;
}

async function looksAfter(ctx: TenantContext, announcementId: string): Promise<boolean> {
  const { reach } = await viewerOf(ctx);
  return await isVisible(ctx.db, { reach, memberId: null }, announcementId);
}

async function gotIt(ctx: TenantContext, memberId: string, occurrenceId: string): Promise<boolean> {
  const [row] = await selectOne(ctx.db, { memberId, sight: sightOf(ctx.actor) }, occurrenceId);
  return row?.isRetracted === false;
}
