import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { OpenGroup, OwnGroup } from "./types";

const MOST_GROUPS = 500;
const MOST_UNREAD = 100;

/**
 * The rooms a member is in, the liveliest first. Unread is what others posted after the position up to which they have read, or
 * after they joined; up to a hundred. Being called by name counts in muted rooms too.
 */
export function selectOwnGroups(db: Db, memberId: string): Promise<OwnGroup[]> {
  return db.$queryRaw<OwnGroup[]>`
    SELECT g.id, g.name, coalesce(g.icon, c.icon) AS icon, g.community_id AS "communityId", c.name AS "communityName",
      g.archived_at IS NOT NULL AS "isArchived", unread.count AS unread,
      EXISTS (SELECT FROM message_mentions c
        JOIN messages m ON m.tenant_id = c.tenant_id AND m.id = c.message_id AND m.removed_at IS NULL
        WHERE c.tenant_id = current_tenant() AND c.member_id = gm.member_id AND c.group_id = g.id
          AND m.position > coalesce(gm.read_position, joined.position, 0)) AS "isCalled",
      gm.muted_at IS NOT NULL AS "isMuted",
      last.body AS "lastBody", last.kind AS "lastKind", last.created_at AS "lastAt"
    FROM group_members gm
    JOIN groups g ON g.tenant_id = gm.tenant_id AND g.id = gm.group_id
    JOIN communities c ON c.tenant_id = g.tenant_id AND c.id = g.community_id
    LEFT JOIN LATERAL (
      SELECT CASE WHEN m.removed_at IS NULL THEN regexp_replace(left(m.body, 300), '<@[0-9]+>', '@…', 'g') ELSE '' END AS body,
        CASE WHEN m.removed_at IS NULL THEN m.kind ELSE 'deleted' END AS kind, m.created_at
      FROM messages m WHERE m.tenant_id = current_tenant() AND m.group_id = g.id
      ORDER BY m.created_at DESC, m.id DESC LIMIT 1) last ON true
    LEFT JOIN LATERAL (
      SELECT m.position FROM messages m
      WHERE gm.read_position IS NULL AND m.tenant_id = current_tenant() AND m.group_id = g.id
        AND m.created_at <= gm.joined_at AND m.position IS NOT NULL
      ORDER BY m.created_at DESC, m.id DESC LIMIT 1) joined ON true
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count FROM (
        SELECT 1 FROM messages m
        WHERE m.tenant_id = current_tenant() AND m.group_id = g.id AND m.removed_at IS NULL
          AND m.position > coalesce(gm.read_position, joined.position, 0)
          AND m.author_id IS DISTINCT FROM gm.member_id AND gm.muted_at IS NULL
        LIMIT ${MOST_UNREAD}) new) unread
    WHERE gm.tenant_id = current_tenant() AND gm.member_id = ${memberId}::uuid
    ORDER BY last.created_at DESC NULLS LAST, g.name, g.id LIMIT ${MOST_GROUPS}`;
}

export type OpenGroupRow = Omit<OpenGroup, "door"> & {
  overflow: boolean;
  memberCount: number;
  groupCount: number;
  siblings: { name: string; memberCount: number; archivedAt: string | null }[];
};

/** Rooms of a member's communities that they are not in; overflow siblings are doors of their first room (L10). */
export function selectOpenGroups(db: Db, memberId: string): Promise<OpenGroupRow[]> {
  return db.$queryRaw<OpenGroupRow[]>`
    SELECT g.id, g.name, g.description, coalesce(g.icon, c.icon) AS icon, g.community_id AS "communityId",
      c.name AS "communityName", g.member_count AS "memberCount", g.overflow, g.join_mode AS "joinMode",
      EXISTS (SELECT FROM join_requests r WHERE r.tenant_id = g.tenant_id AND r.group_id = g.id
        AND r.member_id = cm.member_id AND r.status = 'pending') AS "isAsked",
      EXISTS (SELECT FROM waiting_entries w WHERE w.tenant_id = g.tenant_id AND w.group_id = g.id
        AND w.member_id = cm.member_id) AS "isQueued",
      c.group_count AS "groupCount",
      coalesce((SELECT json_agg(json_build_object('name', s.name, 'memberCount', s.member_count, 'archivedAt', s.archived_at)
        ORDER BY s.position, s.id) FROM groups s WHERE s.tenant_id = g.tenant_id AND s.overflow_of = g.id), '[]') AS siblings
    FROM community_members cm
    JOIN communities c ON c.tenant_id = cm.tenant_id AND c.id = cm.community_id AND c.archived_at IS NULL
    JOIN groups g ON g.tenant_id = c.tenant_id AND g.community_id = c.id AND g.archived_at IS NULL
      AND g.overflow_of IS NULL
    WHERE cm.tenant_id = current_tenant() AND cm.member_id = ${memberId}::uuid
      AND NOT EXISTS (SELECT FROM group_members gm JOIN groups f ON f.tenant_id = gm.tenant_id AND f.id = gm.group_id
        WHERE gm.tenant_id = current_tenant() AND gm.member_id = cm.member_id AND (f.id = g.id OR f.overflow_of = g.id))
    ORDER BY c.name, c.id, g.position, g.id LIMIT ${MOST_GROUPS}`;
}

type Reading = { groupId: string; memberId: string; position: number | null; now: Date };

/** A member has read a room up to a position that it has, null for its last; what was read stays read. */
export async function readRoomUpTo(db: Db, { groupId, memberId, position, now }: Reading): Promise<void> {
  await db.$executeRaw`
    UPDATE group_members gm SET read_at = ${now}::timestamptz,
      read_position = greatest(coalesce(gm.read_position, 0), least(${position}::bigint, coalesce(log.last_position, 0)))
    FROM (SELECT (SELECT l.last_position FROM room_logs l
      WHERE l.tenant_id = current_tenant() AND l.group_id = ${groupId}::uuid) AS last_position) log
    WHERE gm.tenant_id = current_tenant() AND gm.group_id = ${groupId}::uuid AND gm.member_id = ${memberId}::uuid`;
}
