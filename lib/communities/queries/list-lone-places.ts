import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { communitiesInReach } from "@/lib/tenants/policy";
import { findSettings } from "@/lib/tenants/queries/find-settings";
import { activeSince } from "../rules";
import { selectLonePlaces } from "../succession-sql";
import type { LonePlace } from "../types";

/**
 * The communities and rooms in the actor's reach in which at most one admin is active (H9); of one community, if named.
 * Who sees no counts sees none.
 */
export async function listLonePlaces(
  ctx: TenantContext,
  { communityId }: { communityId?: string } = {},
): Promise<LonePlace[]> {
  const reach = communitiesInReach(ctx.actor, "communities.seeCounts");
  const asked = communityId === undefined ? null : [communityId];
  const communityIds = reach && asked ? asked.filter((id) => reach.includes(id)) : (asked ?? reach);
  if (communityIds?.length === 0) return [];
  const { adminActiveDays } = await findSettings(ctx);
  return selectLonePlaces(ctx.db, { since: activeSince(ctx.now, adminActiveDays), communityIds });
}
