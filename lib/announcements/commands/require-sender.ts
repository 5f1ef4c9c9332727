import "server-only";
import { listAdministeredCommunityIds } from "@/lib/delivery/queries/list-administered";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { isVisible } from "../announcement-sql";
import { canSend } from "../policy";
import { findAnnouncement } from "../queries/get-announcement";
import { viewerOf } from "../queries/viewer-of";
import type { Announcement } from "../types";

/**
 * The announcement, for an actor who may send it.
 * @throws Refusal `not_found` (also when it may not be seen), `not_allowed`, `not_granted`.
 */
export async function requireSender(ctx: TenantContext, id: string): Promise<Announcement> {
  const announcement = await findAnnouncement(ctx, id);
  if (!announcement || !(await isVisible(ctx.db, await viewerOf(ctx), id))) throw notFound();
  authorize(canSend(ctx.actor, announcement.communityIds, await listAdministeredCommunityIds(ctx)));
  return announcement;
}
