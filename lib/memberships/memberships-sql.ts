import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { Membership } from "./types";

export type MembershipFilter = {
  /** The member whose eyes it is seen through; null for those who see everybody there. */
  viewerMemberId: string | null;
  role: "admin" | null;
  after: string | null;
  limit: number;
};

// Who a member sees (P1, P2, P4, P10): themself, those who share a room, the admins of their communities. P6 and staff
// come without a viewer. The order is that of ids, so that page 1,000 costs what page 1 costs.

/** People of a community that the viewer may see. */
export function selectCommunityMembers(
  db: Db,
  communityId: string,
  { viewerMemberId, role, after, limit }: MembershipFilter,
): Promise<Membership[]> {
  return db.$queryRaw<Membership[]>`
    SELECT cm.member_id AS "memberId", m.name, cm.role, cm.joined_at AS "joinedAt"
    FROM community_members cm JOIN members m ON m.id = cm.member_id
    WHERE cm.community_id = ${communityId}::uuid
      AND (${role}::text IS NULL OR cm.role = ${role}::text)
      AND (${after}::uuid IS NULL OR cm.member_id > ${after}::uuid)
      AND (${viewerMemberId}::uuid IS NULL OR cm.member_id = ${viewerMemberId}::uuid OR cm.role = 'admin' OR EXISTS (
        SELECT FROM group_members mine JOIN group_members theirs ON theirs.group_id = mine.group_id
        WHERE mine.member_id = ${viewerMemberId}::uuid AND theirs.member_id = cm.member_id))
    ORDER BY cm.member_id LIMIT ${limit}::int`;
}

/** People of a room that the viewer may see: all of them to those who sit in it. */
export function selectGroupMembers(
  db: Db,
  group: { groupId: string; communityId: string },
  { viewerMemberId, role, after, limit }: MembershipFilter,
): Promise<Membership[]> {
  return db.$queryRaw<Membership[]>`
    SELECT gm.member_id AS "memberId", m.name, gm.role, gm.joined_at AS "joinedAt"
    FROM group_members gm JOIN members m ON m.id = gm.member_id
    WHERE gm.group_id = ${group.groupId}::uuid
      AND (${role}::text IS NULL OR gm.role = ${role}::text)
      AND (${after}::uuid IS NULL OR gm.member_id > ${after}::uuid)
      AND (${viewerMemberId}::uuid IS NULL OR gm.member_id = ${viewerMemberId}::uuid
        OR EXISTS (
          SELECT FROM group_members mine JOIN group_members theirs ON theirs.group_id = mine.group_id
          WHERE mine.member_id = ${viewerMemberId}::uuid AND theirs.member_id = gm.member_id)
        OR EXISTS (
          SELECT FROM community_members cm WHERE cm.community_id = ${group.communityId}::uuid
            AND cm.member_id = gm.member_id AND cm.role = 'admin'))
    ORDER BY gm.member_id LIMIT ${limit}::int`;
}
