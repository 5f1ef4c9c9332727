import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import type { Announcement } from "../types";
import { changeAnnouncement } from "./change-announcement";
import { type SeriesPart, splitSeries } from "./split-series";

/**
 * Takes one time, or it and all after it, out of a series to be written anew: a draft until it is scheduled again (A6). Whole
 * or not at all.
 * @throws Refusal as `splitSeries` does.
 */
export async function openPart(ctx: TenantContext, id: string, part: SeriesPart): Promise<Announcement> {
  return await inTransaction(ctx, async (tx) => {
    const own = await splitSeries(tx, id, part);
    return await changeAnnouncement(tx, own.id, { transition: "unschedule" });
  });
}
