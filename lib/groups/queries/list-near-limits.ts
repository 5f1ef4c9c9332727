import "server-only";
import { listAdministeredCommunityIds } from "@/lib/delivery/queries/list-administered";
import type { TenantContext } from "@/lib/platform/context";
import { communitiesInReach } from "@/lib/tenants/policy";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { selectNearLimits } from "../near-limits-sql";
import type { NearLimit } from "../types";

/** From here on a limit is hinted at (L11). */
const HINT_SHARE = 0.8;

/** The communities and rooms whose numbers the actor may see and that come close to a limit (L11), fullest first. */
export async function listNearLimits(ctx: TenantContext, { limit }: { limit: number }): Promise<NearLimit[]> {
  const reach = communitiesInReach(ctx.actor, "groups.seeCounts");
  const ids = reach && [...reach, ...(await listAdministeredCommunityIds(ctx))];
  if (ids?.length === 0) return [];
  return selectNearLimits(ctx.db, {
    reach: ids,
    limits: await findLimits(ctx),
    share: HINT_SHARE,
    take: limit,
  });
}
