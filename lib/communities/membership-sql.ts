import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Invited, Lane, LockedCommunity, MembershipRole, WhatGoes } from "./types";

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

export type NewMemberships = {
  communityId: string;
  memberIds: readonly string[];
  lanes: readonly number[];
  role: MembershipRole;
  invited: Invited | null;
  actorLabel: string;
  now: Date;
};

/** Inserts memberships and their history. @returns who really came in, per lane */
export function insertMemberships(db: Db, given: NewMemberships): Promise<Lane[]> {
  const { communityId, memberIds, lanes, role, invited, actorLabel, now } = given;
  return db.$queryRaw<Lane[]>`
    WITH joined AS (
      INSERT INTO community_members (community_id, member_id, role, lane, joined_at, invite_id, invited_by)
      SELECT ${communityId}::uuid, n.id, ${role}, n.lane, ${now}::timestamptz, ${invited?.inviteId ?? null}::uuid,
        ${invited?.invitedBy ?? null}::uuid
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

/** The history tells that everybody was removed from what is about to be deleted: a room, or a community with its rooms. */
export async function recordEverybodyRemoved(
  db: Db,
  {
    communityId,
    groupId,
    actorLabel,
    now,
  }: { communityId: string; groupId?: string; actorLabel: string; now: Date },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO membership_events (community_id, group_id, member_id, event, actor_label, at)
    SELECT ${communityId}::uuid, gone.group_id, gone.member_id, 'removed', ${actorLabel}, ${now}::timestamptz
    FROM (
      SELECT group_id, member_id FROM group_members
      WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid
        AND (${groupId ?? null}::uuid IS NULL OR group_id = ${groupId ?? null}::uuid)
      UNION ALL
      SELECT NULL, member_id FROM community_members
      WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid AND ${groupId ?? null}::uuid IS NULL) gone`;
}

/** Gives people who are in a place a role that they do not have yet, with its history and counter. @returns who got it */
export async function changeRoles(
  db: Db,
  given: {
    communityId: string;
    groupId: string | null;
    memberIds: readonly string[];
    role: MembershipRole;
    actorLabel: string;
    now: Date;
  },
): Promise<string[]> {
  const { communityId, groupId, memberIds, role, actorLabel, now } = given;
  const [members, places, place] = groupId
    ? [Prisma.sql`group_members`, Prisma.sql`groups`, Prisma.sql`group_id = ${groupId}::uuid`]
    : [
        Prisma.sql`community_members`,
        Prisma.sql`communities`,
        Prisma.sql`community_id = ${communityId}::uuid`,
      ];
  const rows = await db.$queryRaw<{ memberId: string }[]>`
    WITH changed AS (
      UPDATE ${members} SET role = ${role}
      WHERE tenant_id = current_tenant() AND ${place} AND member_id = ANY (${memberIds}::uuid[]) AND role <> ${role}
      RETURNING member_id),
    told AS (
      INSERT INTO membership_events (community_id, group_id, member_id, event, actor_label, at)
      SELECT ${communityId}::uuid, ${groupId}::uuid, member_id, ${role === "admin" ? "promoted" : "demoted"},
        ${actorLabel}, ${now}::timestamptz FROM changed)
    SELECT member_id AS "memberId" FROM changed`;
  const by = role === "admin" ? rows.length : -rows.length;
  await db.$executeRaw`UPDATE ${places} SET admin_count = admin_count + ${by}::int
    WHERE tenant_id = current_tenant() AND id = ${groupId ?? communityId}::uuid`;
  return rows.map(({ memberId }) => memberId);
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

/** How much hangs on a community, or on one room of it. */
export async function whatGoesWith(
  db: Db,
  { communityId, groupId }: { communityId: string; groupId?: string },
): Promise<WhatGoes> {
  const [row] = await db.$queryRaw<WhatGoes[]>`
    WITH rooms AS MATERIALIZED (
      SELECT id FROM groups WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid
        AND (${groupId ?? null}::uuid IS NULL OR id = ${groupId ?? null}::uuid)),
    doors AS (SELECT ${communityId}::uuid AS community_id, ${groupId ?? null}::uuid AS group_id)
    SELECT (SELECT count(*) FROM rooms)::int AS groups,
      CASE WHEN d.group_id IS NULL
        THEN (SELECT member_count FROM communities WHERE tenant_id = current_tenant() AND id = d.community_id)
        ELSE (SELECT member_count FROM groups WHERE tenant_id = current_tenant() AND id = d.group_id) END AS people,
      (SELECT count(*) FROM messages WHERE tenant_id = current_tenant() AND group_id IN (SELECT id FROM rooms))::int AS messages,
      (SELECT count(*) FROM invites i WHERE i.tenant_id = current_tenant() AND i.community_id = d.community_id
        AND (d.group_id IS NULL OR i.group_id = d.group_id))::int AS invites,
      (SELECT count(*) FROM join_requests r WHERE r.tenant_id = current_tenant() AND r.community_id = d.community_id
        AND r.status = 'pending' AND (d.group_id IS NULL OR r.group_id = d.group_id))::int AS requests
    FROM doors d`;
  return row ?? { groups: 0, people: 0, messages: 0, invites: 0, requests: 0 };
}
