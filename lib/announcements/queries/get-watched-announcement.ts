import "server-only";
import { canViewSending } from "@/lib/delivery/policy";
import { listAdministeredCommunityIds } from "@/lib/delivery/queries/list-administered";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import type { Announcement } from "../types";
import { getAnnouncement } from "./get-announcement";

/**
 * One announcement for those who may see how its sending goes: whoever merely got it sees its text, not its numbers (P12).
 * @throws Refusal `not_found`.
 */
export async function getWatchedAnnouncement(ctx: TenantContext, id: string): Promise<Announcement> {
  const announcement = await getAnnouncement(ctx, id);
  const administered = await listAdministeredCommunityIds(ctx);
  authorize(canViewSending(ctx.actor, announcement.communityIds, administered));
  return announcement;
}
