import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { MembershipRole } from "./types";

export type HeldGroup = { id: string; name: string; role: MembershipRole; adminCount: number };

/** The rooms of a community that a member is in, their rows held, in the order of ids. */
export function lockGroupsOfMember(db: Db, communityId: string, memberId: string): Promise<HeldGroup[]> {
  return db.$queryRaw<HeldGroup[]>`
    SELECT g.id, g.name, gm.role, g.admin_count AS "adminCount"
    FROM groups g JOIN group_members gm ON gm.group_id = g.id AND gm.community_id = g.community_id
    WHERE g.community_id = ${communityId}::uuid AND gm.community_id = ${communityId}::uuid
      AND gm.member_id = ${memberId}::uuid
    ORDER BY g.id FOR UPDATE OF g`;
}

type Leaving = {
  communityId: string;
  memberId: string;
  event: "left" | "removed";
  actorLabel: string;
  now: Date;
};

/** Takes a member out of every room of a community, with counters and history (H3). */
export async function leaveAllGroups(db: Db, given: Leaving): Promise<void> {
  const { communityId, memberId, event, actorLabel, now } = given;
  await db.$executeRaw`
    WITH gone AS (
      DELETE FROM group_members WHERE community_id = ${communityId}::uuid AND member_id = ${memberId}::uuid
      RETURNING group_id, role),
    told AS (
      INSERT INTO membership_events (community_id, group_id, member_id, event, actor_label, at)
      SELECT ${communityId}::uuid, group_id, ${memberId}::uuid, ${event}, ${actorLabel}, ${now}::timestamptz FROM gone)
    UPDATE groups SET member_count = member_count - 1,
      admin_count = admin_count - CASE WHEN gone.role = 'admin' THEN 1 ELSE 0 END
    FROM gone WHERE groups.id = gone.group_id`;
}

/** Takes a member out of the community itself. @returns role and lane, or null when they were not in it */
export async function deleteMembership(db: Db, given: Leaving) {
  const { communityId, memberId, event, actorLabel, now } = given;
  const rows = await db.$queryRaw<{ role: MembershipRole; lane: number }[]>`
    WITH gone AS (
      DELETE FROM community_members WHERE community_id = ${communityId}::uuid AND member_id = ${memberId}::uuid
      RETURNING role, lane),
    told AS (
      INSERT INTO membership_events (community_id, member_id, event, actor_label, at)
      SELECT ${communityId}::uuid, ${memberId}::uuid, ${event}, ${actorLabel}, ${now}::timestamptz FROM gone)
    SELECT role, lane FROM gone`;
  return rows[0] ?? null;
}

type LeavingPeople = Omit<Leaving, "memberId" | "event"> & {
  memberIds: readonly string[];
  ownId: string | null;
};
export type HeldGroupOfMany = { id: string; adminCount: number; admins: string[] };

/** The rooms of a community that some people are in, their rows held, in the order of ids; with the admins among these. */
export function lockGroupsOfMany(
  db: Db,
  communityId: string,
  memberIds: readonly string[],
): Promise<HeldGroupOfMany[]> {
  return db.$queryRaw<HeldGroupOfMany[]>`
    SELECT g.id, g.admin_count AS "adminCount", ARRAY(
        SELECT gm.member_id FROM group_members gm WHERE gm.tenant_id = g.tenant_id AND gm.group_id = g.id
          AND gm.member_id = ANY (${memberIds}::uuid[]) AND gm.role = 'admin' ORDER BY gm.member_id) AS admins
    FROM groups g
    WHERE g.tenant_id = current_tenant() AND g.community_id = ${communityId}::uuid AND g.id IN (
      SELECT group_id FROM group_members WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid
        AND member_id = ANY (${memberIds}::uuid[]))
    ORDER BY g.id FOR UPDATE OF g`;
}

/** Takes people out of every room of a community, with counters and history (H3). */
export async function leaveAllGroupsAtOnce(db: Db, given: LeavingPeople): Promise<void> {
  const { communityId, memberIds, ownId, actorLabel, now } = given;
  await db.$executeRaw`
    WITH gone AS (
      DELETE FROM group_members WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid
        AND member_id = ANY (${memberIds}::uuid[])
      RETURNING group_id, member_id, role),
    told AS (
      INSERT INTO membership_events (community_id, group_id, member_id, event, actor_label, at)
      SELECT ${communityId}::uuid, group_id, member_id, CASE WHEN member_id = ${ownId}::uuid THEN 'left' ELSE 'removed' END,
        ${actorLabel}, ${now}::timestamptz FROM gone),
    sums AS (
      SELECT group_id, count(*)::int AS people, (count(*) FILTER (WHERE role = 'admin'))::int AS admins
      FROM gone GROUP BY group_id)
    UPDATE groups g SET member_count = g.member_count - sums.people, admin_count = g.admin_count - sums.admins
    FROM sums WHERE g.tenant_id = current_tenant() AND g.id = sums.group_id`;
}

/** Takes people out of the community itself. @returns the lane and role of each */
export function deleteMemberships(db: Db, given: LeavingPeople) {
  const { communityId, memberIds, ownId, actorLabel, now } = given;
  return db.$queryRaw<{ memberId: string; role: MembershipRole; lane: number }[]>`
    WITH gone AS (
      DELETE FROM community_members WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid
        AND member_id = ANY (${memberIds}::uuid[])
      RETURNING member_id, role, lane),
    told AS (
      INSERT INTO membership_events (community_id, member_id, event, actor_label, at)
      SELECT ${communityId}::uuid, member_id, CASE WHEN member_id = ${ownId}::uuid THEN 'left' ELSE 'removed' END,
        ${actorLabel}, ${now}::timestamptz FROM gone)
    SELECT member_id AS "memberId", role, lane FROM gone`;
}
