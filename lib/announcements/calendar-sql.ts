import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type VisibleTo, visibleSql } from "./announcement-sql";

type Range = { from: Date; to: Date; communityId: string | null };
export type PastEntry = { id: string; at: Date; status: string; kind: string; body: string; people: number };

const inCommunity = (communityId: string | null) =>
  communityId ? Prisma.sql`AND ${communityId}::uuid = ANY(a.community_ids)` : Prisma.empty;

// More of either in a hundred days is nothing that a calendar shows.
const MOST = 2_000;

/** The occurrences that began, or stayed behind, in a stretch of time. */
export function selectPast(
  db: Db,
  viewer: VisibleTo,
  { from, to, communityId }: Range,
): Promise<PastEntry[]> {
  return db.$queryRaw<PastEntry[]>`
    SELECT a.id, o.due_at AS at, o.status, a.kind, CASE WHEN o.body = '' THEN a.body ELSE o.body END AS body,
      o.queued + o.sent + o.delivered + o.read + o.skipped + o.failed + o.unknown AS people
    FROM occurrences o JOIN announcements a ON a.tenant_id = o.tenant_id AND a.id = o.announcement_id
    WHERE o.due_at >= ${from} AND o.due_at < ${to} AND ${visibleSql(viewer)} ${inCommunity(communityId)}
    ORDER BY o.due_at, o.id LIMIT ${MOST}::int`;
}

/** The announcements that wait for a time before the end of a stretch; series may have several in it. */
export async function waitingIds(db: Db, viewer: VisibleTo, { to, communityId }: Range): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM announcements a
    WHERE a.status IN ('scheduled', 'sending', 'paused') AND a.due_at < ${to} AND ${visibleSql(viewer)}
      ${inCommunity(communityId)}
    ORDER BY a.due_at, a.id LIMIT ${MOST}::int`;
  return rows.map(({ id }) => id);
}
