import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import { judgedSql } from "./audience-sql";
import { startSql } from "./freeze-sql";
import { returnedSql } from "./queries/among-newcomers";
import type { Audience, LocalStarts } from "./types";

/**
 * Adds newcomers to a sending: a row each, which the key keeps one a person, or the row that they left behind; counters in the
 * same statement, that of this month too (B5), and what had ended goes on. Its announcement is locked. @returns how many
 */
export async function insertNewcomers(
  db: Db,
  occurrenceId: string,
  newcomers: Audience,
  starts: LocalStarts | null,
): Promise<number> {
  const notBefore = starts ? startSql(starts) : Prisma.sql`NULL::timestamptz`;
  const [row] = await db.$queryRaw<{ people: number }[]>`
    WITH chosen AS MATERIALIZED (
      SELECT judged.member_id, judged.channel, ${notBefore} AS not_before
      FROM (${judgedSql(newcomers)}) judged WHERE judged.reason IS NULL
    ), held AS MATERIALIZED (
      SELECT member_id FROM deliveries
      WHERE occurrence_id = ${occurrenceId}::uuid AND ${returnedSql} AND member_id IN (SELECT member_id FROM chosen)
      ORDER BY member_id FOR NO KEY UPDATE
    ), back AS (
      UPDATE deliveries d SET status = 'queued', reason = NULL, attempts = 0, lease_until = NULL, channel = c.channel,
        not_before = c.not_before
      FROM chosen c WHERE d.occurrence_id = ${occurrenceId}::uuid AND d.member_id = c.member_id
        AND d.member_id = ANY((SELECT array_agg(member_id) FROM held)::uuid[])
      RETURNING 1
    ), new AS (
      INSERT INTO deliveries (tenant_id, occurrence_id, member_id, channel, not_before)
      SELECT (SELECT current_tenant()), ${occurrenceId}::uuid, member_id, channel, not_before FROM chosen
      ORDER BY member_id ON CONFLICT DO NOTHING RETURNING 1
    ), delta AS (SELECT (SELECT count(*) FROM back)::int AS back, (SELECT count(*) FROM new)::int AS new),
    month AS (SELECT date_trunc('month', now() AT TIME ZONE timezone)::date AS first FROM tenants),
    counted AS (
      UPDATE occurrences o SET queued = o.queued + delta.back + delta.new, skipped = o.skipped - delta.back,
        late = o.late + delta.new, late_month = month.first,
        late_in_month = delta.new + CASE WHEN o.late_month = month.first THEN o.late_in_month ELSE 0 END,
        status = CASE o.status WHEN 'sent' THEN 'sending' ELSE o.status END
      FROM delta, month WHERE o.id = ${occurrenceId}::uuid AND delta.back + delta.new > 0
    )
    SELECT back + new AS people FROM delta`;
  return row?.people ?? 0;
}
