import "server-only";
import type { Icon, JoinMode } from "@/lib/communities/types";
import type { Db } from "@/lib/platform/db/clients";

export type GroupRow = {
  id: string;
  communityId: string;
  name: string;
  description: string;
  icon: Icon | null;
  memberCount: number;
  overflow: boolean;
  overflowOf: string | null;
  joinMode: JoinMode;
  position: number;
  createdAt: Date;
  archivedAt: Date | null;
};

export type GroupFilter = {
  communityId: string;
  archived: boolean | null;
  after: { position: number; id: string } | null;
  limit: number;
};

/** Rooms of a community in their order, paged by key. */
export function selectGroups(
  db: Db,
  { communityId, archived, after, limit }: GroupFilter,
): Promise<GroupRow[]> {
  return db.$queryRaw<GroupRow[]>`
    SELECT id, community_id AS "communityId", name, description, icon, member_count AS "memberCount", overflow,
      overflow_of AS "overflowOf", join_mode AS "joinMode", position, created_at AS "createdAt",
      archived_at AS "archivedAt"
    FROM groups
    WHERE community_id = ${communityId}::uuid
      AND (${archived}::boolean IS NULL OR (archived_at IS NOT NULL) = ${archived}::boolean)
      AND (${after?.id ?? null}::uuid IS NULL OR (position, id) > (${after?.position ?? null}::int, ${after?.id ?? null}::uuid))
    ORDER BY position, id LIMIT ${limit}::int`;
}
