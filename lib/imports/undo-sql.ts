import "server-only";
import type { Db } from "@/lib/platform/db/clients";

/** Removes what an import wrote into a room; answers how many messages. */
export async function removeMessages(db: Db, id: string): Promise<number> {
  await db.$executeRaw`DELETE FROM chat_authors WHERE tenant_id = current_tenant() AND import_id = ${id}::uuid`;
  return db.$executeRaw`DELETE FROM messages WHERE tenant_id = current_tenant() AND import_id = ${id}::uuid`;
}

type Undone = { id: string; communityId: string; now: Date };

/**
 * Takes the seats back that the import gave, with counters and history; those who were made admins since keep theirs, and
 * so keep the community those who sit in one of its rooms for another reason.
 */
export async function removeMemberships(db: Db, { id, communityId, now }: Undone): Promise<void> {
  const label = `system:import:${id}`;
  await db.$executeRaw`SELECT id FROM communities WHERE tenant_id = current_tenant() AND id = ${communityId}::uuid FOR UPDATE`;
  await db.$executeRaw`SELECT id FROM groups WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid ORDER BY id FOR UPDATE`;
  await db.$executeRaw`
    WITH gone AS (
      DELETE FROM group_members gm USING membership_events e
      WHERE e.tenant_id = current_tenant() AND e.actor_label = ${label} AND e.event = 'joined'
        AND gm.tenant_id = e.tenant_id AND gm.group_id = e.group_id AND gm.member_id = e.member_id
        AND gm.community_id = ${communityId}::uuid AND gm.role = 'member'
      RETURNING gm.group_id, gm.member_id),
    told AS (
      INSERT INTO membership_events (community_id, group_id, member_id, event, actor_label, at)
      SELECT ${communityId}::uuid, group_id, member_id, 'removed', ${label}, ${now}::timestamptz FROM gone)
    UPDATE groups g SET member_count = g.member_count - left_by.people
    FROM (SELECT group_id, count(*)::int AS people FROM gone GROUP BY group_id) left_by
    WHERE g.tenant_id = current_tenant() AND g.id = left_by.group_id`;
  await db.$executeRaw`
    WITH gone AS (
      DELETE FROM community_members cm USING membership_events e
      WHERE e.tenant_id = current_tenant() AND e.actor_label = ${label} AND e.event = 'joined' AND e.group_id IS NULL
        AND cm.tenant_id = e.tenant_id AND cm.community_id = e.community_id AND cm.member_id = e.member_id
        AND cm.community_id = ${communityId}::uuid AND cm.role = 'member'
        AND NOT EXISTS (SELECT FROM group_members gm WHERE gm.tenant_id = cm.tenant_id
          AND gm.community_id = cm.community_id AND gm.member_id = cm.member_id)
      RETURNING cm.member_id, cm.lane),
    told AS (
      INSERT INTO membership_events (community_id, member_id, event, actor_label, at)
      SELECT ${communityId}::uuid, member_id, 'removed', ${label}, ${now}::timestamptz FROM gone),
    lanes_left AS (
      UPDATE lanes l SET member_count = l.member_count - emptied.people
      FROM (SELECT lane, count(*)::int AS people FROM gone GROUP BY lane) emptied
      WHERE l.tenant_id = current_tenant() AND l.community_id = ${communityId}::uuid AND l.number = emptied.lane)
    UPDATE communities SET member_count = member_count - (SELECT count(*) FROM gone)
    WHERE tenant_id = current_tenant() AND id = ${communityId}::uuid`;
  await db.$executeRaw`
    DELETE FROM lanes WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid
      AND number > 1 AND member_count = 0`;
}

/** Removes people whom the import made and nobody else has touched; answers how many. */
export async function removeMembers(db: Db, id: string): Promise<number> {
  return db.$executeRaw`
    DELETE FROM members m WHERE m.tenant_id = current_tenant() AND m.import_id = ${id}::uuid
      AND m.user_id IS NULL AND m.suspended_at IS NULL AND m.updated_at = m.created_at
      AND NOT EXISTS (SELECT FROM community_members x WHERE x.tenant_id = m.tenant_id AND x.member_id = m.id)
      AND NOT EXISTS (SELECT FROM messages x WHERE x.tenant_id = m.tenant_id AND x.author_id = m.id)
      AND NOT EXISTS (SELECT FROM consents x WHERE x.tenant_id = m.tenant_id AND x.member_id = m.id)
      AND NOT EXISTS (SELECT FROM chat_authors x WHERE x.tenant_id = m.tenant_id AND x.member_id = m.id)
      AND NOT EXISTS (SELECT FROM feedback x WHERE x.tenant_id = m.tenant_id AND x.member_id = m.id)
      AND NOT EXISTS (SELECT FROM deliveries x WHERE x.tenant_id = m.tenant_id AND x.member_id = m.id)`;
}
