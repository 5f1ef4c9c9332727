import "server-only";
import { findPlaceStanding } from "@/lib/groups/queries/find-place-standing";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import type { Standing } from "@/lib/tenants/policy";
import { canManageBans } from "../policy";
import type { BanPlace } from "../types";

/**
 * Whether the actor manages the bans of a place; their standing there, null for the whole organization.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function authorizeBans(
  ctx: TenantContext,
  { communityId, groupId }: BanPlace,
): Promise<Standing | null> {
  const standing = communityId === null ? null : await findPlaceStanding(ctx, { communityId, groupId });
  authorize(canManageBans(ctx.actor, standing, groupId));
  return standing;
}
