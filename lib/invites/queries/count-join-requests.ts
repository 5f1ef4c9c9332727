import "server-only";
import { findPlaceStanding } from "@/lib/groups/queries/find-place-standing";
import type { TenantContext } from "@/lib/platform/context";
import { canManageInvites } from "../policy";

/** How many wait to be let in; none for those who do not decide it. @throws Refusal `not_found` */
export async function countJoinRequests(ctx: TenantContext, communityId: string): Promise<number> {
  const standing = await findPlaceStanding(ctx, { communityId, groupId: null });
  if (!canManageInvites(ctx.actor, standing).ok) return 0;
  return ctx.db.joinRequest.count({ where: { communityId, status: "pending" } });
}
