import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { LonePlace } from "./types";

/** A community, or with `groupId` one of its rooms. */
export type Place = { communityId: string; groupId: string | null };

/**
 * The places in which at most one admin is active: communities and rooms with more than one person, in use. Active: here
 * since `since`, or admin for no longer than that; never who is suspended (H9).
 */
export function selectLonePlaces(
  db: Db,
  { since, communityIds }: { since: Date; communityIds: readonly string[] | null },
): Promise<LonePlace[]> {
  return db.$queryRaw<LonePlace[]>`
    WITH admins AS (
      SELECT community_id, NULL::uuid AS group_id, member_id, since FROM community_members WHERE role = 'admin'
      UNION ALL SELECT community_id, group_id, member_id, since FROM group_members WHERE role = 'admin'),
    judged AS (
      SELECT a.community_id, a.group_id, a.member_id, m.suspended_at IS NULL
        AND (a.since >= ${since}::timestamptz OR coalesce(y.seen_at >= ${since}::timestamptz, false)) AS active
      FROM admins a JOIN members m ON m.id = a.member_id LEFT JOIN member_activity y ON y.member_id = a.member_id)
    SELECT c.id AS "communityId", g.id AS "groupId", c.name AS "communityName", g.name AS "groupName",
      count(*)::int AS admins, count(*) FILTER (WHERE j.active)::int AS active,
      (array_agg(j.member_id) FILTER (WHERE j.active))[1] AS "activeAdminId",
      CASE WHEN g.id IS NULL THEN EXISTS (SELECT FROM community_members s
          WHERE s.community_id = c.id AND s.member_id = c.successor_id AND s.role = 'member')
        ELSE EXISTS (SELECT FROM group_members s
          WHERE s.group_id = g.id AND s.member_id = g.successor_id AND s.role = 'member') END AS "hasSuccessor"
    FROM judged j JOIN communities c ON c.id = j.community_id LEFT JOIN groups g ON g.id = j.group_id
    WHERE c.archived_at IS NULL AND g.archived_at IS NULL
      AND CASE WHEN j.group_id IS NULL THEN c.member_count ELSE g.member_count END > 1
      AND (${communityIds}::uuid[] IS NULL OR c.id = ANY (${communityIds}::uuid[]))
    GROUP BY c.id, g.id, c.name, g.name, c.successor_id, g.successor_id
    HAVING count(*) FILTER (WHERE j.active) < 2
    ORDER BY c.name, c.id, g.name NULLS FIRST, g.id`;
}

/** Who would take over: the named successor, still a plain member of the place, not suspended, and not the one who goes. */
export async function findHeir(db: Db, place: Place, leavingId: string): Promise<string | null> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM members m
    WHERE m.suspended_at IS NULL AND m.id <> ${leavingId}::uuid AND m.id = (
      SELECT g.successor_id FROM groups g JOIN group_members s ON s.group_id = g.id AND s.member_id = g.successor_id
      WHERE g.id = ${place.groupId}::uuid AND s.role = 'member'
      UNION ALL
      SELECT c.successor_id FROM communities c
      JOIN community_members s ON s.community_id = c.id AND s.member_id = c.successor_id
      WHERE ${place.groupId}::uuid IS NULL AND c.id = ${place.communityId}::uuid AND s.role = 'member')`;
  return rows[0]?.id ?? null;
}

/** Makes them admin, counted; the place is held by the caller and needs a new successor. */
export async function promoteHeir(db: Db, { communityId, groupId }: Place, memberId: string): Promise<void> {
  if (groupId === null) {
    await db.$executeRaw`
      UPDATE community_members SET role = 'admin' WHERE community_id = ${communityId}::uuid AND member_id = ${memberId}::uuid`;
    await db.$executeRaw`
      UPDATE communities SET admin_count = admin_count + 1, successor_id = NULL WHERE id = ${communityId}::uuid`;
  } else {
    await db.$executeRaw`
      UPDATE group_members SET role = 'admin' WHERE group_id = ${groupId}::uuid AND member_id = ${memberId}::uuid`;
    await db.$executeRaw`
      UPDATE groups SET admin_count = admin_count + 1, successor_id = NULL WHERE id = ${groupId}::uuid`;
  }
}
