import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import { STATUS_RANKS } from "./rules";

/** News of a provider about one delivery. */
export type Receipt = {
  occurrenceId: string;
  memberId: string;
  status: "sent" | "delivered" | "read" | "failed";
  reason: string | null;
  at: Date;
};

// A8, X10: the rank of a stored status; one under a lease counts as queued, what was skipped is above all news.
const rankSql = (column: Prisma.Sql) => Prisma.sql`CASE ${column}
  WHEN 'queued' THEN ${rank("queued")} WHEN 'sending' THEN ${rank("queued")} WHEN 'unknown' THEN ${rank("unknown")}
  WHEN 'sent' THEN ${rank("sent")} WHEN 'failed' THEN ${rank("failed")} WHEN 'delivered' THEN ${rank("delivered")}
  WHEN 'read' THEN ${rank("read")} ELSE 99 END`;

function rank(status: keyof typeof STATUS_RANKS): Prisma.Sql {
  return Prisma.raw(String(STATUS_RANKS[status]));
}

/**
 * Takes a batch of news in, in any order and however often (A8, X10): each delivery goes on to the furthest that is told of
 * it, or stays. Every instant is kept where it says more. Counters change in the same statement; rows are locked in key order
 * and before their occurrences, as everywhere. @returns the occurrences of which something changed
 */
export async function applyReceipts(
  db: Db,
  receipts: readonly Receipt[],
): Promise<{ id: string; announcementId: string }[]> {
  const column = <T>(of: (receipt: Receipt) => T) => receipts.map(of);
  return await db.$queryRaw`
    WITH news AS MATERIALIZED (
      SELECT n.occurrence_id, n.member_id, (array_agg(n.status ORDER BY n.rank DESC))[1] AS status, max(n.rank) AS rank,
        (array_agg(n.reason ORDER BY n.rank DESC))[1] AS reason, min(n.at) FILTER (WHERE n.status <> 'failed') AS sent_at,
        min(n.at) FILTER (WHERE n.status IN ('delivered', 'read')) AS delivered_at,
        min(n.at) FILTER (WHERE n.status = 'read') AS read_at
      FROM (
        SELECT u.*, ${rankSql(Prisma.sql`u.status`)} AS rank FROM unnest(
          ${column(({ occurrenceId }) => occurrenceId)}::uuid[], ${column(({ memberId }) => memberId)}::uuid[],
          ${column(({ status }) => status)}::text[], ${column(({ reason }) => reason)}::text[],
          ${column(({ at }) => at)}::timestamptz[]) AS u (occurrence_id, member_id, status, reason, at)) n
      GROUP BY n.occurrence_id, n.member_id
    ), held AS MATERIALIZED (
      SELECT d.occurrence_id, d.member_id, d.status FROM deliveries d JOIN news n
        ON n.occurrence_id = d.occurrence_id AND n.member_id = d.member_id
      WHERE d.channel <> 'in_app' AND d.status <> 'skipped' AND ${rankSql(Prisma.sql`d.status`)} < n.rank
      ORDER BY d.occurrence_id, d.member_id FOR NO KEY UPDATE OF d
    ), marked AS (
      UPDATE deliveries d SET status = n.status, reason = CASE WHEN n.status = 'failed' THEN n.reason END, lease_until = NULL,
        sent_at = coalesce(d.sent_at, n.sent_at), delivered_at = coalesce(d.delivered_at, n.delivered_at),
        read_at = coalesce(d.read_at, n.read_at)
      FROM news n JOIN held h ON h.occurrence_id = n.occurrence_id AND h.member_id = n.member_id
      WHERE d.occurrence_id = n.occurrence_id AND d.member_id = n.member_id
      RETURNING d.occurrence_id, CASE h.status WHEN 'sending' THEN 'queued' ELSE h.status END AS before, d.status AS after
    ), delta AS MATERIALIZED (
      SELECT occurrence_id, ${deltaSql("queued")}, ${deltaSql("unknown")}, ${deltaSql("sent")}, ${deltaSql("failed")},
        ${deltaSql("delivered")}, ${deltaSql("read")}
      FROM marked GROUP BY occurrence_id
    ), target AS MATERIALIZED (
      SELECT o.id FROM occurrences o JOIN delta ON delta.occurrence_id = o.id ORDER BY o.id FOR NO KEY UPDATE OF o
    )
    UPDATE occurrences o SET queued = o.queued + delta.queued, unknown = o.unknown + delta.unknown, sent = o.sent + delta.sent,
      failed = o.failed + delta.failed, delivered = o.delivered + delta.delivered, read = o.read + delta.read
    FROM delta JOIN target ON target.id = delta.occurrence_id WHERE o.id = delta.occurrence_id
    RETURNING o.id, o.announcement_id AS "announcementId"`;
}

/** By how much the count of a status changes. */
function deltaSql(status: keyof typeof STATUS_RANKS): Prisma.Sql {
  const name = Prisma.raw(status);
  return Prisma.sql`(count(*) FILTER (WHERE after = ${status}) - count(*) FILTER (WHERE before = ${status}))::int AS ${name}`;
}

/** Whose letters ids of WhatsApp's are; the channel stands in the statement as it does in the index. */
export function lettersOf(
  db: Db,
  providerIds: readonly string[],
): Promise<{ providerId: string; occurrenceId: string; memberId: string }[]> {
  return db.$queryRaw`
    SELECT provider_id AS "providerId", occurrence_id AS "occurrenceId", member_id AS "memberId"
    FROM deliveries WHERE tenant_id = current_tenant() AND provider_id = ANY(${[...providerIds]}::text[])
      AND channel = 'whatsapp'`;
}
