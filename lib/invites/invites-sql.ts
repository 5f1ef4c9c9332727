import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { ManagedPlace, OpenCommunity } from "./types";

export type HeldInvite = {
  id: string;
  communityId: string;
  groupId: string | null;
  expiresAt: Date | null;
  maxUses: number | null;
  useCount: number;
  approval: boolean;
  createdByMember: string | null;
  revokedAt: Date | null;
};

/** Holds an invite until the transaction ends: its uses are counted under this lock (H7, X18). */
export async function lockInvite(db: Db, tokenHash: string): Promise<HeldInvite | null> {
  const rows = await db.$queryRaw<HeldInvite[]>`
    SELECT id, community_id AS "communityId", group_id AS "groupId", expires_at AS "expiresAt", max_uses AS "maxUses",
      use_count AS "useCount", approval, created_by_member AS "createdByMember", revoked_at AS "revokedAt"
    FROM invites WHERE token_hash = ${tokenHash} FOR UPDATE`;
  return rows[0] ?? null;
}

/** Asks to be let in; a request that waits already stays as it is. @returns whether it is new */
export async function insertJoinRequest(
  db: Db,
  request: {
    id: string;
    communityId: string;
    groupId: string | null;
    memberId: string;
    inviteId: string | null;
    now: Date;
  },
): Promise<boolean> {
  const { id, communityId, groupId, memberId, inviteId, now } = request;
  const inserted = await db.$executeRaw`
    INSERT INTO join_requests (id, community_id, group_id, member_id, invite_id, created_at, asked_as)
    SELECT ${id}::uuid, ${communityId}::uuid, ${groupId}::uuid, m.id, ${inviteId}::uuid, ${now}::timestamptz, m.name
    FROM members m WHERE m.tenant_id = current_tenant() AND m.id = ${memberId}::uuid
    ON CONFLICT (tenant_id, community_id, group_id, member_id) WHERE status = 'pending' DO NOTHING`;
  return inserted > 0;
}

/**
 * What somebody administers: communities, and rooms, those of a community they lead included. Requests are counted where
 * they are decided: a community counts those of its rooms too.
 */
export function managedPlaces(db: Db, memberId: string, only: string | null): Promise<ManagedPlace[]> {
  return db.$queryRaw<ManagedPlace[]>`
    SELECT c.id AS "communityId", NULL::uuid AS "groupId", c.name, c.name AS "communityName", c.icon,
      (SELECT count(*)::int FROM join_requests r WHERE r.tenant_id = c.tenant_id AND r.community_id = c.id
        AND r.status = 'pending') AS requests,
      (SELECT count(*)::int FROM group_suggestions s WHERE s.tenant_id = c.tenant_id AND s.community_id = c.id
        AND s.status = 'pending') AS suggestions
    FROM community_members cm JOIN communities c ON c.tenant_id = cm.tenant_id AND c.id = cm.community_id
    WHERE cm.tenant_id = current_tenant() AND cm.member_id = ${memberId}::uuid AND cm.role = 'admin'
      AND c.archived_at IS NULL AND (${only}::uuid IS NULL OR c.id = ${only}::uuid)
    UNION ALL
    SELECT g.community_id, g.id, g.name, c.name, coalesce(g.icon, c.icon),
      (SELECT count(*)::int FROM join_requests r WHERE r.tenant_id = g.tenant_id AND r.community_id = g.community_id
        AND r.group_id = g.id AND r.status = 'pending'), 0
    FROM groups g JOIN communities c ON c.tenant_id = g.tenant_id AND c.id = g.community_id
    WHERE g.tenant_id = current_tenant() AND g.archived_at IS NULL AND c.archived_at IS NULL
      AND (${only}::uuid IS NULL OR g.id = ${only}::uuid)
      AND (EXISTS (SELECT FROM group_members gm WHERE gm.tenant_id = g.tenant_id AND gm.group_id = g.id
          AND gm.member_id = ${memberId}::uuid AND gm.role = 'admin')
        OR EXISTS (SELECT FROM community_members cm WHERE cm.tenant_id = g.tenant_id
          AND cm.community_id = g.community_id AND cm.member_id = ${memberId}::uuid AND cm.role = 'admin'))
    ORDER BY 4, 1, 2 NULLS FIRST`;
}

/** Communities that a member of the tenant may go into or ask for, being in neither them nor banned from them (H7). */
export function openCommunities(db: Db, memberId: string): Promise<OpenCommunity[]> {
  return db.$queryRaw<OpenCommunity[]>`
    SELECT c.id, c.name, c.description, c.icon, c.join_mode AS "joinMode", c.member_count AS "memberCount",
      EXISTS (SELECT FROM join_requests r WHERE r.tenant_id = c.tenant_id AND r.community_id = c.id
        AND r.group_id IS NULL AND r.member_id = ${memberId}::uuid AND r.status = 'pending') AS "isAsked"
    FROM communities c
    WHERE c.tenant_id = current_tenant() AND c.archived_at IS NULL AND c.join_mode IN ('open', 'request')
      AND NOT EXISTS (SELECT FROM community_members cm WHERE cm.tenant_id = c.tenant_id AND cm.community_id = c.id
        AND cm.member_id = ${memberId}::uuid)
      AND NOT EXISTS (SELECT FROM banned_from(c.id, '{}') b WHERE b.member_id = ${memberId}::uuid)
    ORDER BY c.name, c.id LIMIT 100`;
}
