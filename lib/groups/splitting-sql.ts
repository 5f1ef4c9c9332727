import "server-only";
import type { Db } from "@/lib/platform/db/clients";

type Split = {
  from: string;
  to: string;
  communityId: string;
  memberIds: readonly string[];
  actorLabel: string;
  now: Date;
};

/**
 * Moves seats of plain members from one room to another of the same community, with history and both counters. What was
 * said before in the other room is not new to them.
 */
export async function moveSeats(db: Db, given: Split): Promise<void> {
  const { from, to, communityId, memberIds, actorLabel, now } = given;
  await db.$executeRaw`
    WITH moved AS (
      UPDATE group_members SET group_id = ${to}::uuid, joined_at = ${now}::timestamptz, read_at = NULL,
        read_position = NULL
      WHERE tenant_id = current_tenant() AND group_id = ${from}::uuid AND role = 'member'
        AND member_id = ANY (${memberIds}::uuid[])
      RETURNING member_id),
    told AS (
      INSERT INTO membership_events (community_id, group_id, member_id, event, actor_label, at)
      SELECT ${communityId}::uuid, told.group_id, moved.member_id, told.event, ${actorLabel}, ${now}::timestamptz
      FROM moved CROSS JOIN (VALUES (${from}::uuid, 'left'), (${to}::uuid, 'joined')) AS told (group_id, event))
    UPDATE groups g SET member_count = g.member_count + CASE WHEN g.id = ${to}::uuid THEN n.people ELSE -n.people END
    FROM (SELECT count(*)::int AS people FROM moved) n
    WHERE g.tenant_id = current_tenant() AND g.id IN (${from}::uuid, ${to}::uuid)`;
}

/** Who sits in a room, plain members and admins, in the order of ids. */
export async function seatsByRole(db: Db, groupId: string): Promise<{ members: string[]; admins: string[] }> {
  const rows = await db.$queryRaw<{ memberId: string; role: string }[]>`
    SELECT member_id AS "memberId", role FROM group_members
    WHERE tenant_id = current_tenant() AND group_id = ${groupId}::uuid ORDER BY member_id`;
  const withRole = (role: string) => rows.flatMap((row) => (row.role === role ? row.memberId : []));
  return { members: withRole("member"), admins: withRole("admin") };
}
