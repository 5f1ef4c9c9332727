import "server-only";
import type { Db } from "@/lib/platform/db/clients";

export type MoveFacts = {
  people: number;
  /** Members who are not in the target yet. */
  newcomers: string[];
  /** How many lose their only tie to the old community (H5, X12): no other room of it, and not its admins. */
  leavers: number;
  /** Members and admins of the room who are banned from the target. */
  banned: string[];
  bannedAdmins: number;
};

/** What a move of a room would do to whom; the same statement serves the preview and, under the locks, the move. */
export async function factsOfMove(
  db: Db,
  { groupId, from, to }: { groupId: string; from: string; to: string },
): Promise<MoveFacts> {
  const [facts] = await db.$queryRaw<MoveFacts[]>`
    WITH seated AS (
      SELECT gm.member_id, gm.role, gm.member_id IN (SELECT member_id FROM banned_from(${to}::uuid, '{}')) AS is_banned,
        EXISTS (SELECT FROM community_members t WHERE t.tenant_id = gm.tenant_id AND t.community_id = ${to}::uuid
          AND t.member_id = gm.member_id) AS is_there,
        EXISTS (SELECT FROM group_members other WHERE other.tenant_id = gm.tenant_id AND other.member_id = gm.member_id
          AND other.community_id = ${from}::uuid AND other.group_id <> gm.group_id)
        OR EXISTS (SELECT FROM community_members h WHERE h.tenant_id = gm.tenant_id AND h.community_id = ${from}::uuid
          AND h.member_id = gm.member_id AND h.role = 'admin') AS is_tied
      FROM group_members gm WHERE gm.tenant_id = current_tenant() AND gm.group_id = ${groupId}::uuid)
    SELECT count(*) FILTER (WHERE NOT is_banned)::int AS people,
      coalesce(array_agg(member_id ORDER BY member_id) FILTER (WHERE NOT is_banned AND NOT is_there), '{}') AS newcomers,
      count(*) FILTER (WHERE NOT is_banned AND NOT is_tied)::int AS leavers,
      coalesce(array_agg(member_id ORDER BY member_id) FILTER (WHERE is_banned), '{}') AS banned,
      count(*) FILTER (WHERE is_banned AND role = 'admin')::int AS "bannedAdmins"
    FROM seated`;
  return facts ?? { people: 0, newcomers: [], leavers: 0, banned: [], bannedAdmins: 0 };
}

type Move = { groupId: string; from: string; to: string; position: number; actorLabel: string; now: Date };

/**
 * Moves the room's row; seats, invites, bans, requests and its queue follow by their foreign keys. The history tells the way
 * out of the old community's room and into the new one's.
 */
export async function moveRoom(
  db: Db,
  { groupId, from, to, position, actorLabel, now }: Move,
): Promise<void> {
  await db.$executeRaw`
    UPDATE groups SET community_id = ${to}::uuid, position = ${position}::int, overflow_of = NULL, updated_at = ${now}::timestamptz
    WHERE tenant_id = current_tenant() AND id = ${groupId}::uuid`;
  await db.$executeRaw`
    INSERT INTO membership_events (community_id, group_id, member_id, event, actor_label, at)
    SELECT told.community_id, gm.group_id, gm.member_id, told.event, ${actorLabel}, ${now}::timestamptz
    FROM group_members gm
    CROSS JOIN (VALUES (${from}::uuid, 'left', NULL), (${to}::uuid, 'joined', NULL), (${to}::uuid, 'promoted', 'admin'))
      AS told (community_id, event, role)
    WHERE gm.tenant_id = current_tenant() AND gm.group_id = ${groupId}::uuid
      AND (told.role IS NULL OR told.role = gm.role)`;
}

/**
 * After the room has gone: those of its people whom nothing ties to the old community leave it (H5), with history.
 * @returns how many left each lane
 */
export function leaveOldCommunity(
  db: Db,
  { groupId, from, actorLabel, now }: Omit<Move, "to" | "position">,
): Promise<{ number: number; memberCount: number }[]> {
  return db.$queryRaw<{ number: number; memberCount: number }[]>`
    WITH gone AS (
      DELETE FROM community_members cm USING group_members gm
      WHERE cm.tenant_id = current_tenant() AND cm.community_id = ${from}::uuid AND cm.role = 'member'
        AND gm.tenant_id = cm.tenant_id AND gm.group_id = ${groupId}::uuid AND gm.member_id = cm.member_id
        AND NOT EXISTS (SELECT FROM group_members other WHERE other.tenant_id = cm.tenant_id
          AND other.community_id = ${from}::uuid AND other.member_id = cm.member_id)
      RETURNING cm.member_id, cm.lane),
    told AS (
      INSERT INTO membership_events (community_id, member_id, event, actor_label, at)
      SELECT ${from}::uuid, member_id, 'left', ${actorLabel}, ${now}::timestamptz FROM gone)
    SELECT lane AS number, -count(*)::int AS "memberCount" FROM gone GROUP BY lane`;
}

/** The oldest sibling of a room that leaves its family becomes the first room of the rest, with its overflow setting. */
export async function handFamilyOn(db: Db, groupId: string, heirId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE groups g SET overflow = root.overflow, overflow_of = CASE WHEN g.id = ${heirId}::uuid THEN NULL ELSE ${heirId}::uuid END
    FROM groups root
    WHERE root.tenant_id = current_tenant() AND root.id = ${groupId}::uuid
      AND g.tenant_id = current_tenant() AND g.overflow_of = ${groupId}::uuid`;
}

/** Who waits for the first room of a family that is about to go waits for the next one, in the same order. */
export async function handQueueOn(db: Db, groupId: string, heirId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE waiting_entries SET group_id = ${heirId}::uuid
    WHERE tenant_id = current_tenant() AND group_id = ${groupId}::uuid`;
}
