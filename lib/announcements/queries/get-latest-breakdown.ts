import "server-only";
import { getBreakdown } from "@/lib/delivery/queries/get-breakdown";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import type { Breakdown } from "@/lib/delivery/recipient-types";
import type { TenantContext } from "@/lib/platform/context";
import { getAnnouncement } from "./get-announcement";

/** The latest sending of an announcement by channel and by room (A14); empty before the first. @throws Refusal `not_found` */
export async function getLatestBreakdown(ctx: TenantContext, id: string): Promise<Breakdown> {
  await getAnnouncement(ctx, id);
  const { data } = await listOccurrencesOf(ctx, { announcementId: id, limit: 1 });
  return data[0] ? await getBreakdown(ctx, data[0].id) : { channels: [], groups: [] };
}
