import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { Limits } from "@/lib/tenants/limits";
import type { NearLimit } from "./types";

/** Open communities and rooms within `share` of a limit (L1–L3), the fullest first. `reach`: null is all. */
export function selectNearLimits(
  db: Db,
  {
    reach,
    limits,
    share,
    take,
  }: { reach: readonly string[] | null; limits: Limits; share: number; take: number },
): Promise<NearLimit[]> {
  return db.$queryRaw<NearLimit[]>`
    WITH house AS (
      SELECT id, name, member_count, group_count FROM communities
      WHERE archived_at IS NULL AND (${reach}::uuid[] IS NULL OR id = ANY (${reach}::uuid[])))
    SELECT * FROM (
      SELECT 'communityMembers' AS limit, id AS "communityId", NULL::uuid AS "groupId", name,
        member_count AS value, ${limits.communityMembers}::int AS max FROM house
      UNION ALL
      SELECT 'communityGroups', id, NULL, name, group_count, ${limits.communityGroups}::int FROM house
      UNION ALL
      SELECT 'groupMembers', g.community_id, g.id, g.name, g.member_count, ${limits.groupMembers}::int
      FROM groups g JOIN house h ON h.id = g.community_id WHERE g.archived_at IS NULL) near
    WHERE value >= max * ${share}::float8
    ORDER BY value::float8 / max DESC, name LIMIT ${take}::int`;
}
