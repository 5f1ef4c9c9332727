import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { BatchOutcome, SendingOccurrence } from "./channels/channel";
import { stoppedSql } from "./last-look-sql";
import { unreadInPortalSql } from "./queries/shown-in-portal";
import type { StopReason } from "./types";

/**
 * Marks the next queued deliveries of an occurrence sent, or skipped where consent or membership ended since the freeze
 * (X5), and moves the counters by what really changed. Rows are locked in key order and before the occurrence, as
 * everywhere, so that no two statements wait for each other; rows that another worker holds are left to it. A paused or
 * cancelled occurrence gives no rows. Rows are found again by a list of keys, not by a join: rows frozen a moment ago
 * have no statistics yet, and a join planned without them was quadratic.
 */
export async function markBatchSent(
  db: Db,
  occurrence: SendingOccurrence,
  batchSize: number,
): Promise<BatchOutcome> {
  const [outcome] = await db.$queryRaw<BatchOutcome[]>`
    WITH batch AS MATERIALIZED (
      SELECT d.member_id FROM deliveries d
      WHERE d.occurrence_id = ${occurrence.id}::uuid AND d.status = 'queued' AND d.channel = 'in_app'
        AND (d.not_before IS NULL OR d.not_before <= now())
        AND (SELECT o.status FROM occurrences o WHERE o.id = ${occurrence.id}::uuid) = 'sending'
      ORDER BY d.member_id LIMIT ${batchSize} FOR NO KEY UPDATE OF d SKIP LOCKED
    ), held AS MATERIALIZED (SELECT array_agg(member_id) AS people FROM batch),
    lists AS MATERIALIZED (
      SELECT array_agg(member_id) AS stopped, array_agg(reason) AS reasons
      FROM (${stoppedSql(Prisma.sql`(SELECT people FROM held)::uuid[]`, "in_app", occurrence)}) stopped
    ), marked AS (
      UPDATE deliveries d SET attempts = d.attempts + 1, (status, reason, sent_at) = (
        SELECT CASE WHEN why IS NULL THEN 'sent' ELSE 'skipped' END, why, CASE WHEN why IS NULL THEN now() END
        FROM (SELECT (SELECT reasons FROM lists)[array_position((SELECT stopped FROM lists), d.member_id)] AS why) verdict)
      WHERE d.occurrence_id = ${occurrence.id}::uuid AND d.member_id = ANY((SELECT people FROM held)::uuid[])
      RETURNING d.status
    ), delta AS (
      SELECT count(*) FILTER (WHERE status = 'sent')::int AS sent,
        count(*) FILTER (WHERE status = 'skipped')::int AS skipped FROM marked
    ), counted AS (
      UPDATE occurrences o SET queued = o.queued - delta.sent - delta.skipped, sent = o.sent + delta.sent,
        skipped = o.skipped + delta.skipped
      FROM delta WHERE o.id = ${occurrence.id}::uuid AND delta.sent + delta.skipped > 0
    )
    SELECT sent, skipped FROM delta`;
  return outcome ?? { sent: 0, skipped: 0 };
}

/** When the next person's own time comes in the portal; null when nobody waits for it. */
export async function nextLocalStart(db: Db, occurrenceId: string): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min(d.not_before) AS at FROM deliveries d
    WHERE d.occurrence_id = ${occurrenceId}::uuid AND d.channel = 'in_app' AND d.status = 'queued' AND d.not_before > now()`;
  return row?.at ?? null;
}

/** Whether a delivery `d` is still to be sent: queued, in hand, or to be asked again because no answer came (A16). */
export const openSql = Prisma.sql`(d.status IN ('queued', 'sending') OR d.status = 'unknown' AND d.lease_until IS NOT NULL)`;

/** Whether a delivery of an announcement is still to be sent; `byHand` false: of those that no person posts. */
export async function hasOpenDelivery(db: Db, announcementId: string, byHand = true): Promise<boolean> {
  const some = byHand ? Prisma.sql`true` : Prisma.sql`d.channel <> 'relay'`;
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM occurrences o JOIN deliveries d ON d.tenant_id = o.tenant_id AND d.occurrence_id = o.id
    WHERE o.announcement_id = ${announcementId}::uuid AND o.status = 'sending' AND ${openSql} AND ${some} LIMIT 1`;
  return rows.length > 0;
}

/** Whether an occurrence is being sent: neither paused nor stopped nor at its end. */
export async function isBeingSent(db: Db, id: string): Promise<boolean> {
  return (await db.occurrence.count({ where: { id, status: "sending" } })) > 0;
}

/** Ends an occurrence of which nothing is queued any more; true for the one worker that did it. */
export async function closeEmptyOccurrence(
  db: Db,
  { id, isReopened, now }: { id: string; isReopened: boolean; now: Date },
): Promise<boolean> {
  const closed = await db.$executeRaw`
    UPDATE occurrences o SET status = 'sent', finished_at = coalesce(o.finished_at, ${now})
    WHERE o.id = ${id}::uuid AND o.status = 'sending' AND o.queued = 0 AND (o.finished_at IS NOT NULL) = ${isReopened}
      AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.occurrence_id = o.id AND ${openSql})`;
  return closed === 1;
}

/**
 * Takes what waits of an occurrence out of it, with the reason; counters in the same statement. What a worker has in hand stays:
 * its letter may be leaving, and ends as it does.
 */
export async function skipQueued(db: Db, occurrenceId: string, reason: StopReason): Promise<void> {
  await db.$executeRaw`
    WITH held AS MATERIALIZED (
      SELECT d.member_id FROM deliveries d
      WHERE d.occurrence_id = ${occurrenceId}::uuid AND d.status = 'queued'
      ORDER BY d.member_id FOR NO KEY UPDATE OF d
    ), marked AS (
      UPDATE deliveries d SET status = 'skipped', reason = ${reason}, lease_until = NULL
      WHERE d.occurrence_id = ${occurrenceId}::uuid
        AND d.member_id = ANY((SELECT array_agg(member_id) FROM held)::uuid[])
        AND d.status = 'queued'
      RETURNING 1
    ), delta AS (SELECT count(*)::int AS n FROM marked)
    UPDATE occurrences o SET queued = o.queued - delta.n, skipped = o.skipped + delta.n
    FROM delta WHERE o.id = ${occurrenceId}::uuid`;
}

/** Until when workers have something of an occurrence in hand; null when none has. */
export async function inHandUntil(db: Db, occurrenceId: string): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT max(d.lease_until) AS at FROM deliveries d
    WHERE d.occurrence_id = ${occurrenceId}::uuid AND d.status = 'sending'`;
  return row?.at ?? null;
}

/**
 * Marks one member's deliveries of these occurrences read; counters in the same statement. What still waits for another
 * channel is read too, and need not be sent any more. Returns the occurrences that changed.
 */
export async function markReadRows(
  db: Db,
  memberId: string,
  occurrenceIds: readonly string[],
  now: Date,
): Promise<{ id: string; announcement_id: string }[]> {
  return await db.$queryRaw`
    WITH held AS MATERIALIZED (
      SELECT d.occurrence_id, d.status FROM deliveries d
      WHERE d.member_id = ${memberId}::uuid AND d.occurrence_id = ANY(${[...occurrenceIds]}::uuid[])
        AND ${unreadInPortalSql}
      ORDER BY d.occurrence_id FOR NO KEY UPDATE OF d
    ), marked AS (
      UPDATE deliveries d SET status = 'read', read_at = ${now}, delivered_at = coalesce(d.delivered_at, ${now}),
        lease_until = NULL
      FROM held WHERE d.member_id = ${memberId}::uuid AND d.occurrence_id = held.occurrence_id AND ${unreadInPortalSql}
      RETURNING d.occurrence_id, held.status
    ), delta AS MATERIALIZED (
      SELECT occurrence_id, count(*) FILTER (WHERE status = 'sent')::int AS sent,
        count(*) FILTER (WHERE status = 'delivered')::int AS delivered,
        count(*) FILTER (WHERE status IN ('queued', 'sending'))::int AS queued,
        count(*) FILTER (WHERE status = 'unknown')::int AS unknown,
        count(*) FILTER (WHERE status = 'failed')::int AS failed, count(*)::int AS read
      FROM marked GROUP BY occurrence_id
    ), target AS MATERIALIZED (
      SELECT o.id FROM occurrences o JOIN delta ON delta.occurrence_id = o.id ORDER BY o.id FOR NO KEY UPDATE OF o
    )
    UPDATE occurrences o SET sent = o.sent - delta.sent, delivered = o.delivered - delta.delivered,
      queued = o.queued - delta.queued, unknown = o.unknown - delta.unknown, failed = o.failed - delta.failed,
      read = o.read + delta.read
    FROM delta JOIN target ON target.id = delta.occurrence_id WHERE o.id = delta.occurrence_id
    RETURNING o.id, o.announcement_id`;
}
