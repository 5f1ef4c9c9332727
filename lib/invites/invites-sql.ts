import "server-only";
import type { Db } from "@/lib/platform/db/clients";

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
    INSERT INTO join_requests (id, community_id, group_id, member_id, invite_id, created_at)
    VALUES (${id}::uuid, ${communityId}::uuid, ${groupId}::uuid, ${memberId}::uuid, ${inviteId}::uuid, ${now}::timestamptz)
    ON CONFLICT (tenant_id, community_id, member_id) WHERE status = 'pending' DO NOTHING`;
  return inserted > 0;
}
