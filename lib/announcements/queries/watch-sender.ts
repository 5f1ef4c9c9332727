import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { maySenderStillSend } from "./may-sender-still-send";

// Short against a batch, and rare enough to cost nothing.
const LOOK_EVERY_MS = 100;

/** Asks, as often as it makes sense, whether whoever sends an announcement still may (A13, R7); a no stays. */
export function watchSender(ctx: TenantContext, announcementId: string): () => Promise<boolean> {
  let may = true;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (!may || performance.now() - lookedAt < LOOK_EVERY_MS) return may;
    lookedAt = performance.now();
    const sender = await ctx.db.announcement.findFirst({
      where: { id: announcementId },
      select: { communityIds: true, scheduledByKind: true, scheduledBy: true },
    });
    may = sender !== null && (await maySenderStillSend(ctx, sender));
    return may;
  };
}
