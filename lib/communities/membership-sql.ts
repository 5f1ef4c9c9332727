import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { Lane, LockedCommunity, MembershipRole } from "./types";

/** Holds the community's row until the transaction ends: every change of who is in it passes here (L9, X16, X17). */
export async function lockCommunityRow(db: Db, id: string): Promise<LockedCommunity | null> {
  const rows = await db.$queryRaw<LockedCommunity[]>`
    SELECT id, name, member_count AS "memberCount", group_count AS "groupCount", admin_count AS "adminCount",
      archived_at AS "archivedAt"
    FROM communities WHERE id = ${id}::uuid FOR UPDATE`;
  return rows[0] ?? null;
}

/** Of these ids: which are members of the tenant, and which of those are in the community already, or banned from it. */
export async function standingOfIds(db: Db, communityId: string, ids: readonly string[]) {
  return db.$queryRaw<{ id: string; isIn: boolean; isBanned: boolean }[]>`
    SELECT m.id, cm.member_id IS NOT NULL AS "isIn",
      m.id IN (SELECT member_id FROM banned_from(${communityId}::uuid, '{}')) AS "isBanned"
    FROM unnest(${ids}::uuid[]) AS wanted (id)
    JOIN members m ON m.id = wanted.id
    LEFT JOIN community_members cm ON cm.community_id = ${communityId}::uuid AND cm.member_id = m.id`;
}

export function lanesOf(db: Db, communityId: string): Promise<Lane[]> {
  return db.$queryRaw<Lane[]>`
    SELECT number, member_count AS "memberCount" FROM lanes WHERE community_id = ${communityId}::uuid ORDER BY number`;
}

export type NewMemberships = {
  communityId: string;
  memberIds: readonly string[];
  lanes: readonly number[];
  role: MembershipRole;
  actorLabel: string;
  now: Date;
};

/** Inserts memberships and their history. @returns who really came in, per lane */
export function insertMemberships(db: Db, given: NewMemberships): Promise<Lane[]> {
  const { communityId, memberIds, lanes, role, actorLabel, now } = given;
  return db.$queryRaw<Lane[]>`
    WITH joined AS (
      INSERT INTO community_members (community_id, member_id, role, lane, joined_at)
      SELECT ${communityId}::uuid, n.id, ${role}, n.lane, ${now}::timestamptz
      FROM unnest(${memberIds}::uuid[], ${lanes}::int[]) AS n (id, lane)
      ON CONFLICT DO NOTHING
      RETURNING member_id, lane),
    told AS (
      INSERT INTO membership_events (community_id, member_id, event, actor_label, at)
      SELECT ${communityId}::uuid, member_id, 'joined', ${actorLabel}, ${now}::timestamptz FROM joined)
    SELECT lane AS number, count(*)::int AS "memberCount" FROM joined GROUP BY lane`;
}

/** Adds to (or takes from) the counters of the community and its lanes; opens the lanes that are missing. */
export async function moveCounters(
  db: Db,
  communityId: string,
  change: { members: number; admins: number; lanes: readonly Lane[] },
): Promise<void> {
  const { members, admins, lanes } = change;
  await db.$executeRaw`
    UPDATE communities SET member_count = member_count + ${members}::int, admin_count = admin_count + ${admins}::int
    WHERE id = ${communityId}::uuid`;
  await db.$executeRaw`
    INSERT INTO lanes (community_id, number) SELECT ${communityId}::uuid, n
    FROM unnest(${lanes.map((lane) => lane.number)}::int[]) AS n ON CONFLICT DO NOTHING`;
  await db.$executeRaw`
    UPDATE lanes SET member_count = member_count + change.by
    FROM unnest(${lanes.map((lane) => lane.number)}::int[], ${lanes.map((lane) => lane.memberCount)}::int[])
      AS change (number, by)
    WHERE lanes.community_id = ${communityId}::uuid AND lanes.number = change.number`;
}

/** Closes the empty lanes at the end; the first stays for ever (H2, L5). */
export async function closeEmptyLanes(db: Db, communityId: string): Promise<void> {
  await db.$executeRaw`
    DELETE FROM lanes WHERE community_id = ${communityId}::uuid AND number > GREATEST(1, (
      SELECT max(number) FROM lanes WHERE community_id = ${communityId}::uuid AND member_count > 0))`;
}

export async function recordMembershipEvent(
  db: Db,
  event: {
    communityId: string;
    groupId?: string;
    memberId: string;
    event: "joined" | "left" | "removed" | "promoted" | "demoted";
    actorLabel: string;
    at: Date;
  },
): Promise<void> {
  await db.membershipEvent.create({ data: event, select: { id: true } });
}
