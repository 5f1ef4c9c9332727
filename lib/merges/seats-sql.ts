import "server-only";
import type { Lane } from "@/lib/communities/types";
import type { Db } from "@/lib/platform/db/clients";
import type { Pair } from "./merge-sql";

type FreedSeat = { communityId: string; lane: number; admins: number };

/**
 * Seats of the one become seats of the other; where both sat, one seat is freed and the higher role stays (H4). The caller
 * holds the communities; `bothIn` are those in which both are. @returns what became free in communities, whose counters the caller moves; rooms are counted here
 */
export async function mergeSeats(
  db: Db,
  { intoId, fromId }: Pair,
  bothIn: readonly string[],
): Promise<FreedSeat[]> {
  await db.$executeRaw`
    INSERT INTO community_members (community_id, member_id, role, lane, joined_at, invite_id, invited_by)
    SELECT f.community_id, ${intoId}::uuid, f.role, f.lane, f.joined_at, f.invite_id, nullif(f.invited_by, ${intoId}::uuid)
    FROM community_members f WHERE f.tenant_id = current_tenant() AND f.member_id = ${fromId}::uuid
      AND NOT EXISTS (SELECT FROM community_members i WHERE i.tenant_id = f.tenant_id
        AND i.community_id = f.community_id AND i.member_id = ${intoId}::uuid)`;
  await db.$executeRaw`
    WITH gone AS (
      DELETE FROM group_members f USING group_members i
      WHERE f.tenant_id = current_tenant() AND f.member_id = ${fromId}::uuid
        AND i.tenant_id = f.tenant_id AND i.group_id = f.group_id AND i.member_id = ${intoId}::uuid
      RETURNING f.group_id, f.role, i.role AS other),
    raised AS (
      UPDATE group_members i SET role = 'admin' FROM gone
      WHERE i.tenant_id = current_tenant() AND i.group_id = gone.group_id AND i.member_id = ${intoId}::uuid
        AND gone.role = 'admin' AND gone.other = 'member')
    UPDATE groups g SET member_count = member_count - 1,
      admin_count = admin_count - CASE WHEN gone.role = 'admin' AND gone.other = 'admin' THEN 1 ELSE 0 END
    FROM gone WHERE g.tenant_id = current_tenant() AND g.id = gone.group_id`;
  await db.$executeRaw`
    UPDATE group_members SET member_id = ${intoId}::uuid
    WHERE tenant_id = current_tenant() AND member_id = ${fromId}::uuid`;
  return freeCommunities(db, { intoId, fromId }, bothIn);
}

/** Takes the record that goes out of its communities; where the other was in too, that frees a place there. */
function freeCommunities(db: Db, { intoId, fromId }: Pair, bothIn: readonly string[]): Promise<FreedSeat[]> {
  return db.$queryRaw<FreedSeat[]>`
    WITH gone AS (
      DELETE FROM community_members WHERE tenant_id = current_tenant() AND member_id = ${fromId}::uuid
      RETURNING community_id, lane, role),
    freed AS (
      SELECT g.community_id, g.lane, g.role, i.role AS other FROM gone g JOIN community_members i
        ON i.tenant_id = current_tenant() AND i.community_id = g.community_id AND i.member_id = ${intoId}::uuid
      WHERE g.community_id = ANY (${[...bothIn]}::uuid[])),
    raised AS (
      UPDATE community_members i SET role = 'admin' FROM freed f
      WHERE i.tenant_id = current_tenant() AND i.community_id = f.community_id AND i.member_id = ${intoId}::uuid
        AND f.role = 'admin' AND f.other = 'member')
    SELECT community_id AS "communityId", lane,
      CASE WHEN role = 'admin' AND other = 'admin' THEN 1 ELSE 0 END AS admins
    FROM freed ORDER BY community_id`;
}

/** The other record takes a seat over, with nothing counted: the room had one and has one. @returns whether it was there */
export async function handBackSeat(db: Db, { intoId, fromId }: Pair, groupId: string): Promise<boolean> {
  const moved = await db.$executeRaw`
    UPDATE group_members SET member_id = ${fromId}::uuid
    WHERE tenant_id = current_tenant() AND group_id = ${groupId}::uuid AND member_id = ${intoId}::uuid`;
  return moved > 0;
}

/** Takes somebody who sits in no room of a community out of it, but its last admin (H4). @returns the lane they stood in, or nothing */
export function leaveIfRoomless(
  db: Db,
  communityId: string,
  memberId: string,
): Promise<(Lane & { role: string })[]> {
  return db.$queryRaw<(Lane & { role: string })[]>`
    DELETE FROM community_members m
    WHERE m.tenant_id = current_tenant() AND m.community_id = ${communityId}::uuid AND m.member_id = ${memberId}::uuid
      AND NOT EXISTS (SELECT FROM group_members s WHERE s.tenant_id = m.tenant_id
        AND s.community_id = m.community_id AND s.member_id = m.member_id)
      AND (m.role = 'member' OR EXISTS (SELECT FROM community_members o WHERE o.tenant_id = m.tenant_id
        AND o.community_id = m.community_id AND o.member_id <> m.member_id AND o.role = 'admin'))
    RETURNING lane AS number, -1 AS "memberCount", role`;
}
