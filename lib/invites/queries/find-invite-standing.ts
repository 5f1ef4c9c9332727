import "server-only";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { findGroupStanding } from "@/lib/groups/queries/find-group-standing";
import type { TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import type { InviteStanding } from "../policy";

/** The actor's standing towards what an invite or request names. @throws Refusal `not_found` for what does not exist */
export async function findInviteStanding(
  ctx: TenantContext,
  { communityId, groupId }: { communityId: string; groupId: string | null },
): Promise<InviteStanding> {
  if (groupId === null) return { ...(await findStanding(ctx, communityId)), groupRole: null };
  const standing = await findGroupStanding(ctx, groupId);
  if (standing.communityId !== communityId) throw notFound();
  return standing;
}
