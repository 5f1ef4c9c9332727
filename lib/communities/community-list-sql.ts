import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { Icon, JoinMode, MembershipRole } from "./types";

export type CommunityRow = {
  id: string;
  name: string;
  description: string;
  icon: Icon | null;
  joinMode: JoinMode;
  approvalRequired: boolean;
  memberCount: number;
  groupCount: number;
  adminCount: number;
  createdAt: Date;
  archivedAt: Date | null;
  /** The viewer's own role in it. */
  ownRole: MembershipRole | null;
};

export type CommunityFilter = {
  ids: readonly string[] | null;
  /** Communities within the reach of a staff role; null is all. Own ones come on top. */
  reach: readonly string[] | null;
  viewerMemberId: string | null;
  archived: boolean | null;
  after: { createdAt: string; id: string } | null;
  limit: number;
};

/** Communities that a viewer may see, newest first, paged by key. */
export function selectCommunities(db: Db, filter: CommunityFilter): Promise<CommunityRow[]> {
  const { ids, reach, viewerMemberId, archived, after, limit } = filter;
  return db.$queryRaw<CommunityRow[]>`
    SELECT c.id, c.name, c.description, c.icon, c.join_mode AS "joinMode", c.approval_required AS "approvalRequired",
      c.member_count AS "memberCount", c.group_count AS "groupCount", c.admin_count AS "adminCount",
      c.created_at AS "createdAt", c.archived_at AS "archivedAt", own.role AS "ownRole"
    FROM communities c
    LEFT JOIN community_members own ON own.community_id = c.id AND own.member_id = ${viewerMemberId}::uuid
    WHERE (${reach}::uuid[] IS NULL OR c.id = ANY (${reach}::uuid[]) OR own.member_id IS NOT NULL)
      AND (${ids}::uuid[] IS NULL OR c.id = ANY (${ids}::uuid[]))
      AND (${archived}::boolean IS NULL OR (c.archived_at IS NOT NULL) = ${archived}::boolean)
      AND (${after?.id ?? null}::uuid IS NULL
        OR (c.created_at, c.id) < (${after?.createdAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY c.created_at DESC, c.id DESC LIMIT ${limit}::int`;
}

export function selectLanes(db: Db, communityIds: readonly string[]) {
  return db.$queryRaw<{ communityId: string; number: number; memberCount: number }[]>`
    SELECT community_id AS "communityId", number, member_count AS "memberCount" FROM lanes
    WHERE community_id = ANY (${communityIds}::uuid[]) ORDER BY community_id, number`;
}
