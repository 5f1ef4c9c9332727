import "server-only";
import { findStanding } from "@/lib/communities/queries/find-standing";
import type { TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import type { Standing } from "@/lib/tenants/policy";
import { findGroupStanding } from "./find-group-standing";

/** The actor's standing towards a community, or a room that must be one of it. @throws Refusal `not_found` for what does not exist */
export async function findPlaceStanding(
  ctx: TenantContext,
  { communityId, groupId }: { communityId: string; groupId: string | null },
): Promise<Standing> {
  if (groupId === null) return findStanding(ctx, communityId);
  const standing = await findGroupStanding(ctx, groupId);
  if (standing.communityId !== communityId) throw notFound();
  return standing;
}
