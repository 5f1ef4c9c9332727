import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import type { Announcement } from "../types";
import { moveAnnouncement } from "./move-announcement";
import { splitSeries } from "./split-series";

/**
 * Puts one time of a series and all after it at another wall-clock time; what comes before stays. Whole or not at all.
 * @throws Refusal as `splitSeries` and `moveAnnouncement` do.
 */
export async function moveFollowing(
  ctx: TenantContext,
  id: string,
  { from, localTime }: { from: string; localTime: string },
): Promise<Announcement> {
  return await inTransaction(ctx, async (tx) => {
    const part = await splitSeries(tx, id, { localTime: from, scope: "following" });
    return await moveAnnouncement(tx, part.id, { localTime });
  });
}
