import "server-only";
import type { Db } from "@/lib/platform/db/clients";

/** What a try made of a delivery: `queued`, or to be asked again, in `waitSeconds`, or done with it. */
export type Mark = {
  memberId: string;
  token: number;
  status: "sent" | "failed" | "unknown" | "queued";
  reason: string | null;
  providerId: string | null;
  waitSeconds: number | null;
};

/**
 * Writes what became of a batch and moves the counters by what really changed. A row that another worker took over
 * (another token), or that news of the provider already closed stays as it is; what should wait of a sending that was stopped
 * is skipped instead, for the reason of its stop. News are found by their place in lists, not by a join, as when claiming.
 */
export async function markOutcomes(db: Db, occurrenceId: string, marks: readonly Mark[]): Promise<void> {
  const column = <T>(of: (mark: Mark) => T) => marks.map(of);
  await db.$executeRaw`
    WITH news AS MATERIALIZED (
      SELECT ${column(({ memberId }) => memberId)}::uuid[] AS members, ${column(({ token }) => token)}::int[] AS tokens,
        ${column(({ status }) => status)}::text[] AS statuses, ${column(({ reason }) => reason)}::text[] AS reasons,
        ${column(({ providerId }) => providerId)}::text[] AS providers,
        ${column(({ waitSeconds }) => waitSeconds)}::float8[] AS waits
    ), stop AS MATERIALIZED (
      SELECT o.stop_reason FROM occurrences o
      WHERE o.id = ${occurrenceId}::uuid AND o.status NOT IN ('sending', 'paused') AND o.stop_reason IS NOT NULL
    ), held AS MATERIALIZED (
      SELECT d.member_id FROM deliveries d
      WHERE d.occurrence_id = ${occurrenceId}::uuid AND d.member_id = ANY((SELECT members FROM news)::uuid[]) AND d.status = 'sending'
      ORDER BY d.member_id FOR NO KEY UPDATE OF d
    ), marked AS (
      UPDATE deliveries d SET (status, reason, provider_id, lease_until, sent_at) = (
        SELECT CASE WHEN ends THEN 'skipped' ELSE (SELECT statuses FROM news)[place] END,
          CASE WHEN ends THEN (SELECT stop_reason FROM stop) ELSE (SELECT reasons FROM news)[place] END,
          coalesce((SELECT providers FROM news)[place], d.provider_id), CASE WHEN NOT ends THEN now() + make_interval(secs => (SELECT waits FROM news)[place]) END,
          CASE WHEN (SELECT statuses FROM news)[place] = 'sent' THEN now() ELSE d.sent_at END
        FROM (SELECT place, (SELECT statuses FROM news)[place] = 'queued' AND EXISTS (SELECT 1 FROM stop) AS ends
          FROM (SELECT array_position((SELECT members FROM news), d.member_id) AS place) found) verdict)
      WHERE d.occurrence_id = ${occurrenceId}::uuid AND d.member_id = ANY((SELECT array_agg(member_id) FROM held)::uuid[])
        AND d.status = 'sending'
        AND d.attempts = (SELECT tokens FROM news)[array_position((SELECT members FROM news), d.member_id)]
      RETURNING d.status
    ), delta AS (
      SELECT count(*) FILTER (WHERE status = 'sent')::int AS sent, count(*) FILTER (WHERE status = 'failed')::int AS failed,
        count(*) FILTER (WHERE status = 'unknown')::int AS unknown,
        count(*) FILTER (WHERE status = 'skipped')::int AS skipped FROM marked
    )
    UPDATE occurrences o SET queued = o.queued - delta.sent - delta.failed - delta.unknown - delta.skipped,
      sent = o.sent + delta.sent, failed = o.failed + delta.failed, unknown = o.unknown + delta.unknown,
      skipped = o.skipped + delta.skipped
    FROM delta WHERE o.id = ${occurrenceId}::uuid AND delta.sent + delta.failed + delta.unknown + delta.skipped > 0`;
}

/** Remembers that nobody is behind an address any more: it is no way to this person until they give another. */
export async function markBounced(db: Db, memberId: string, address: string): Promise<void> {
  await db.$executeRaw`
    UPDATE identifiers SET bounced_at = now()
    WHERE member_id = ${memberId}::uuid AND kind = 'email' AND value = ${address} AND bounced_at IS NULL`;
}
