import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { lanesNeeded } from "./rules";
import type { Lane } from "./types";

export function lanesOf(db: Db, communityId: string): Promise<Lane[]> {
  return db.$queryRaw<Lane[]>`
    SELECT number, member_count AS "memberCount" FROM lanes
    WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid ORDER BY number`;
}

/**
 * Closes the lanes that the people who are left no longer need: those of the last ones move into the holes of the first
 * (L5). Nobody notices: to members the space is one. The first lane stays for ever (H2).
 */
export async function compactLanes(db: Db, communityId: string, laneLimit: number): Promise<void> {
  const lanes = await lanesOf(db, communityId);
  const needed = lanesNeeded(lanes, laneLimit);
  const beyond = lanes.filter(({ number }) => number > needed);
  if (beyond.length === 0) return;
  if (beyond.some(({ memberCount }) => memberCount > 0)) await fillHoles(db, communityId, needed, laneLimit);
  await db.$executeRaw`
    DELETE FROM lanes WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid
      AND number > ${needed}::int AND member_count = 0`;
}

async function fillHoles(db: Db, communityId: string, needed: number, laneLimit: number): Promise<void> {
  await db.$executeRaw`
    WITH movers AS (
      SELECT member_id, row_number() OVER (ORDER BY lane, member_id) AS n FROM community_members
      WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid AND lane > ${needed}::int),
    holes AS (
      SELECT l.number, row_number() OVER (ORDER BY l.number) AS n
      FROM lanes l CROSS JOIN LATERAL generate_series(1, greatest(0, ${laneLimit}::int - l.member_count))
      WHERE l.tenant_id = current_tenant() AND l.community_id = ${communityId}::uuid AND l.number <= ${needed}::int)
    UPDATE community_members cm SET lane = holes.number FROM movers JOIN holes ON holes.n = movers.n
    WHERE cm.tenant_id = current_tenant() AND cm.community_id = ${communityId}::uuid AND cm.member_id = movers.member_id`;
  await db.$executeRaw`
    UPDATE lanes l SET member_count = (
      SELECT count(*) FROM community_members cm
      WHERE cm.tenant_id = l.tenant_id AND cm.community_id = l.community_id AND cm.lane = l.number)
    WHERE l.tenant_id = current_tenant() AND l.community_id = ${communityId}::uuid`;
}
