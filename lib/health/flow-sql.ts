import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { Window } from "./rules";

export type FlowCounts = { step: number; joined: number; left: number };

/** Who joined and who left a community, by the steps of a time. */
export function countFlow(
  db: Db,
  { communityId, window: { from, to, stepDays } }: { communityId: string; window: Window },
): Promise<FlowCounts[]> {
  return db.$queryRaw<FlowCounts[]>`
    SELECT floor(extract(epoch FROM at - ${from}::timestamptz) / ${stepDays * 86_400}::int)::int AS step,
      count(*) FILTER (WHERE event = 'joined')::int AS joined,
      count(*) FILTER (WHERE event IN ('left', 'removed'))::int AS "left"
    FROM membership_events
    WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid AND group_id IS NULL
      AND at >= ${from}::timestamptz AND at < ${to}::timestamptz AND event IN ('joined', 'left', 'removed')
    GROUP BY 1`;
}

/** Who was in a community when a time began and is not when it ends. */
export async function countLost(
  db: Db,
  { communityId, window: { from, to } }: { communityId: string; window: Window },
): Promise<number> {
  // By what was first and last told of each in the time: who came in it was not there when it began.
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT (array_agg(event ORDER BY at, id))[1] AS first, (array_agg(event ORDER BY at DESC, id DESC))[1] AS last
      FROM membership_events
      WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid AND group_id IS NULL
        AND at >= ${from}::timestamptz AND at < ${to}::timestamptz AND event IN ('joined', 'left', 'removed')
      GROUP BY member_id) told
    WHERE first <> 'joined' AND last <> 'joined'`;
  return row?.count ?? 0;
}

export type SentCounts = {
  announcementId: string;
  occurrenceId: string;
  dueAt: Date;
  body: string;
  read: number;
  arrived: number;
};

/**
 * What was sent to a community alone within a time, the newest first: to how many it came, and how many of them are known to have
 * read it. Who gives no receipts is not among these: it is the least that was read (X11).
 */
export function countSendings(
  db: Db,
  { communityId, window: { from, to } }: { communityId: string; window: Window },
): Promise<SentCounts[]> {
  return db.$queryRaw<SentCounts[]>`
    SELECT announcement_id AS "announcementId", id AS "occurrenceId", due_at AS "dueAt", left(body, 300) AS body, read,
      sent + delivered + read AS arrived
    FROM occurrences
    WHERE tenant_id = current_tenant() AND community_ids = ARRAY[${communityId}::uuid] AND retracted_at IS NULL
      AND started_at >= ${from}::timestamptz AND started_at < ${to}::timestamptz AND sent + delivered + read > 0
    ORDER BY due_at DESC, id DESC`;
}
