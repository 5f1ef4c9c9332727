import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { Candidate } from "./rules";
import type { LockedGroup } from "./types";

/**
 * Holds a room and its overflow siblings until the transaction ends, in the order of ids; the community was locked before.
 * @returns the room asked for, then its siblings in use in the order in which they were opened
 */
export async function lockFamily(db: Db, communityId: string, groupId: string): Promise<LockedGroup[]> {
  const rows = await db.$queryRaw<(LockedGroup & { position: number })[]>`
    SELECT g.id, g.community_id AS "communityId", g.name, g.description, g.icon, g.join_mode AS "joinMode",
      g.overflow, g.overflow_of AS "overflowOf",
      g.member_count AS "memberCount", g.admin_count AS "adminCount", g.archived_at AS "archivedAt", g.position
    FROM groups g, groups asked
    WHERE asked.id = ${groupId}::uuid AND asked.community_id = ${communityId}::uuid
      AND g.community_id = ${communityId}::uuid
      AND (g.id = asked.id OR g.id = asked.overflow_of OR g.overflow_of = COALESCE(asked.overflow_of, asked.id))
    ORDER BY g.id FOR UPDATE OF g`;
  const asked = rows.filter((row) => row.id === groupId);
  const siblings = rows.filter((row) => row.id !== groupId).sort((a, b) => a.position - b.position);
  return [...asked, ...siblings];
}

/** How each of these ids stands towards a room, its family and its community, bans included (C4); unknown ones are left out. */
export function candidatesOf(
  db: Db,
  given: { communityId: string; groupId: string; familyIds: readonly string[]; ids: readonly string[] },
): Promise<Candidate[]> {
  const { communityId, groupId, familyIds, ids } = given;
  return db.$queryRaw<Candidate[]>`
    SELECT m.id, cm.member_id IS NOT NULL AS "inCommunity",
      m.id IN (SELECT member_id FROM banned_from(${communityId}::uuid, ${familyIds}::uuid[])) AS "isBanned",
      EXISTS (SELECT FROM group_members gm WHERE gm.group_id = ${groupId}::uuid AND gm.member_id = m.id) AS "inGroup",
      EXISTS (SELECT FROM group_members gm WHERE gm.group_id = ANY (${familyIds}::uuid[]) AND gm.member_id = m.id)
        AS "inFamily"
    FROM unnest(${ids}::uuid[]) AS wanted (id)
    JOIN members m ON m.id = wanted.id
    LEFT JOIN community_members cm ON cm.community_id = ${communityId}::uuid AND cm.member_id = m.id`;
}

export type Seating = {
  groupId: string;
  communityId: string;
  memberIds: readonly string[];
  role: "admin" | "member";
  actorLabel: string;
  now: Date;
};

/** Inserts seats with their history and moves the room's counters. @returns how many really came in */
export async function insertSeats(db: Db, given: Seating): Promise<number> {
  const { groupId, communityId, memberIds, role, actorLabel, now } = given;
  const rows = await db.$queryRaw<{ count: number }[]>`
    WITH joined AS (
      INSERT INTO group_members (group_id, community_id, member_id, role, joined_at)
      SELECT ${groupId}::uuid, ${communityId}::uuid, n.id, ${role}, ${now}::timestamptz
      FROM unnest(${memberIds}::uuid[]) AS n (id)
      ON CONFLICT DO NOTHING RETURNING member_id),
    told AS (
      INSERT INTO membership_events (community_id, group_id, member_id, event, actor_label, at)
      SELECT ${communityId}::uuid, ${groupId}::uuid, member_id, 'joined', ${actorLabel}, ${now}::timestamptz FROM joined)
    SELECT count(*)::int AS count FROM joined`;
  const count = rows[0]?.count ?? 0;
  const admins = role === "admin" ? count : 0;
  await db.$executeRaw`
    UPDATE groups SET member_count = member_count + ${count}::int, admin_count = admin_count + ${admins}::int
    WHERE id = ${groupId}::uuid`;
  return count;
}

type LeavingSeat = {
  groupId: string;
  communityId: string;
  memberId: string;
  event: "left" | "removed";
  actorLabel: string;
  now: Date;
};

/** Frees a seat, with history and the room's counters. */
export async function deleteSeat(db: Db, given: LeavingSeat): Promise<void> {
  const { groupId, communityId, memberId, event, actorLabel, now } = given;
  await db.$executeRaw`
    WITH gone AS (
      DELETE FROM group_members WHERE group_id = ${groupId}::uuid AND member_id = ${memberId}::uuid RETURNING role),
    told AS (
      INSERT INTO membership_events (community_id, group_id, member_id, event, actor_label, at)
      SELECT ${communityId}::uuid, ${groupId}::uuid, ${memberId}::uuid, ${event}, ${actorLabel}, ${now}::timestamptz
      FROM gone)
    UPDATE groups SET member_count = member_count - 1,
      admin_count = admin_count - CASE WHEN gone.role = 'admin' THEN 1 ELSE 0 END
    FROM gone WHERE groups.id = ${groupId}::uuid`;
}

/** Frees the seats of many people, with history and the room's counters. @returns who sat there */
export async function deleteSeats(
  db: Db,
  given: Omit<LeavingSeat, "memberId" | "event"> & { memberIds: readonly string[]; ownId: string | null },
): Promise<string[]> {
  const { groupId, communityId, memberIds, ownId, actorLabel, now } = given;
  const rows = await db.$queryRaw<{ memberId: string }[]>`
    WITH gone AS (
      DELETE FROM group_members WHERE tenant_id = current_tenant() AND group_id = ${groupId}::uuid
        AND member_id = ANY (${memberIds}::uuid[])
      RETURNING member_id, role),
    told AS (
      INSERT INTO membership_events (community_id, group_id, member_id, event, actor_label, at)
      SELECT ${communityId}::uuid, ${groupId}::uuid, member_id,
        CASE WHEN member_id = ${ownId}::uuid THEN 'left' ELSE 'removed' END, ${actorLabel}, ${now}::timestamptz FROM gone),
    counted AS (
      UPDATE groups SET member_count = member_count - (SELECT count(*) FROM gone)::int,
        admin_count = admin_count - (SELECT count(*) FILTER (WHERE role = 'admin') FROM gone)::int
      WHERE tenant_id = current_tenant() AND id = ${groupId}::uuid)
    SELECT member_id AS "memberId" FROM gone`;
  return rows.map(({ memberId }) => memberId);
}

/** Whether somebody is banned from a community, or from a room of it with its siblings (C4). */
export async function isBannedFrom(
  db: Db,
  { communityId, groupId, memberId }: { communityId: string; groupId: string | null; memberId: string },
): Promise<boolean> {
  const rows = await db.$queryRaw<{ member_id: string }[]>`
    SELECT member_id FROM banned_from(${communityId}::uuid, ARRAY(
      SELECT coalesce(overflow_of, id) FROM groups WHERE tenant_id = current_tenant() AND id = ${groupId}::uuid))
    WHERE member_id = ${memberId}::uuid LIMIT 1`;
  return rows.length > 0;
}
