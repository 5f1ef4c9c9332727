import "server-only";
import { shownInPortalSql, unreadInPortalSql } from "@/lib/delivery/queries/shown-in-portal";
import type { AttachedMedia } from "@/lib/media/types";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";

export type FeedRow = {
  occurrenceId: string;
  kind: string;
  body: string;
  media: AttachedMedia[] | null;
  communityIds: string[];
  blockId: string | null;
  sentAt: Date;
  readAt: Date | null;
  isRetracted: boolean;
  isEdited: boolean;
};

/** Whose announcements; only those of some communities where a look is confined to them (P15). */
export type FeedOf = { memberId: string; sight: readonly string[] | null };
type FeedPlace = FeedOf & { before: string | null; limit: number };

/** What was delivered to a member, newest first, by key: ids of occurrences grow with time. */
export function selectFeed(db: Db, { before, limit, ...of }: FeedPlace): Promise<FeedRow[]> {
  return db.$queryRaw<FeedRow[]>`
    ${deliveredSql(of)} AND d.occurrence_id < coalesce(${before}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    ORDER BY d.occurrence_id DESC LIMIT ${limit}::int`;
}

/** One of it. */
export function selectOne(db: Db, of: FeedOf, occurrenceId: string): Promise<FeedRow[]> {
  return db.$queryRaw<FeedRow[]>`${deliveredSql(of)} AND d.occurrence_id = ${occurrenceId}::uuid`;
}

function deliveredSql({ memberId, sight }: FeedOf): Prisma.Sql {
  return Prisma.sql`
    SELECT d.occurrence_id AS "occurrenceId", o.kind, o.body, o.media, o.community_ids AS "communityIds", o.block_id AS "blockId",
      coalesce(d.sent_at, o.due_at) AS "sentAt", d.read_at AS "readAt", o.retracted_at IS NOT NULL AS "isRetracted",
      o.edited_at IS NOT NULL AS "isEdited"
    FROM deliveries d JOIN occurrences o ON o.tenant_id = d.tenant_id AND o.id = d.occurrence_id
    WHERE d.tenant_id = current_tenant() AND d.member_id = ${memberId}::uuid
      AND ${shownInPortalSql} ${inSightSql(sight)}`;
}

function inSightSql(sight: FeedOf["sight"]): Prisma.Sql {
  return sight === null ? Prisma.empty : Prisma.sql`AND o.community_ids && ${[...sight]}::uuid[]`;
}

// Beyond this nobody counts: the mark says "99+".
const MOST_UNREAD = 100;

/** How many announcements a member has not read, up to a hundred. */
export async function countUnread(db: Db, { memberId, sight }: FeedOf): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM deliveries d JOIN occurrences o ON o.tenant_id = d.tenant_id AND o.id = d.occurrence_id
      WHERE d.tenant_id = current_tenant() AND d.member_id = ${memberId}::uuid AND ${unreadInPortalSql}
        AND o.retracted_at IS NULL ${inSightSql(sight)}
      LIMIT ${MOST_UNREAD}) unread`;
  return rows[0]?.count ?? 0;
}
