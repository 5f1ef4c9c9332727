import "server-only";
import type { MembershipRole } from "@/lib/communities/types";
import type { Db } from "@/lib/platform/db/clients";

type Place = { communityId: string; groupId: string | null };
type Row = {
  memberId: string;
  name: string;
  role: MembershipRole;
  isActive: boolean;
  isSuccessor: boolean;
};

/** The admins of a community or room and its successor; active as in the list of lone places (H9). */
export function selectSuccession(db: Db, { communityId, groupId }: Place, since: Date): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    WITH place AS (
      SELECT successor_id FROM groups WHERE id = ${groupId}::uuid
      UNION ALL SELECT successor_id FROM communities WHERE ${groupId}::uuid IS NULL AND id = ${communityId}::uuid),
    people AS (
      SELECT member_id, role, since FROM group_members WHERE group_id = ${groupId}::uuid
        AND (role = 'admin' OR member_id = (SELECT successor_id FROM place))
      UNION ALL SELECT member_id, role, since FROM community_members
      WHERE ${groupId}::uuid IS NULL AND community_id = ${communityId}::uuid
        AND (role = 'admin' OR member_id = (SELECT successor_id FROM place)))
    SELECT p.member_id AS "memberId", m.name, p.role,
      m.suspended_at IS NULL AND (p.since >= ${since}::timestamptz OR coalesce(y.seen_at >= ${since}::timestamptz, false)) AS "isActive",
      p.member_id IS NOT DISTINCT FROM (SELECT successor_id FROM place) AS "isSuccessor"
    FROM people p JOIN members m ON m.id = p.member_id LEFT JOIN member_activity y ON y.member_id = p.member_id
    ORDER BY m.name, p.member_id`;
}

/** Up to 8 people of the place, no admins, whose name has these letters, accents and case aside. */
export function selectNamesakes(
  db: Db,
  { communityId, groupId }: Place,
  typed: string,
): Promise<{ memberId: string; name: string }[]> {
  return db.$queryRaw`
    WITH people AS (
      SELECT member_id FROM group_members WHERE group_id = ${groupId}::uuid AND role = 'member'
      UNION ALL SELECT member_id FROM community_members
      WHERE ${groupId}::uuid IS NULL AND community_id = ${communityId}::uuid AND role = 'member')
    SELECT m.id AS "memberId", m.name FROM people p JOIN members m ON m.id = p.member_id
    WHERE m.suspended_at IS NULL AND strpos(fold(m.name), fold(${typed})) > 0
    ORDER BY m.name, m.id LIMIT 8`;
}
