import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { compactLanes } from "../lanes-sql";
import { moveCounters } from "../membership-sql";
import type { Lane } from "../types";
import { unsafeFreePlace } from "./free-place";

/**
 * Takes people who have left a community off its counters, lane by lane (negative counts), and closes the lanes that
 * the rest no longer needs (L5); who waits for a room is let in. The caller holds the community.
 */
export async function unsafeCountOut(
  ctx: TenantContext,
  communityId: string,
  { lanes, admins = 0 }: { lanes: readonly Lane[]; admins?: number },
): Promise<void> {
  const members = lanes.reduce((sum, lane) => sum + lane.memberCount, 0);
  if (members === 0) return;
  await moveCounters(ctx.db, communityId, { members, admins, lanes });
  const { laneMembers } = await findLimits(ctx);
  await compactLanes(ctx.db, communityId, laneMembers);
  await unsafeFreePlace(ctx, communityId);
}
