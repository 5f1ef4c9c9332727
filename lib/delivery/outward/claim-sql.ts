import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { OutsideChannel, SendingOccurrence } from "../channels/channel";
import { openSql } from "../drain-sql";
import { stoppedSql } from "../last-look-sql";

type Claim = { memberId: string; token: number };
export type Claimed = { taken: Claim[]; skipped: number; moved: number };
type Row = { memberId: string; token: number; verdict: "taken" | "skipped" | "moved" };

/**
 * Takes the next deliveries of a channel under a lease (`attempts` is the fencing token), after the last look at each
 * person (X5): who left, was suspended or said no to all is skipped; whom only this channel does not reach any more gets it
 * in the portal instead, if the sending goes there too. `only`: of these. Rows are locked in key order and before the
 * occurrence, as everywhere, and found again by a list of keys, not by a join: rows frozen a moment ago have no statistics
 * yet, and a join planned without them was quadratic.
 */
export async function claimBatch(
  db: Db,
  channel: OutsideChannel,
  occurrence: SendingOccurrence,
  { most, only = Prisma.sql`true` }: { most: number; only?: Prisma.Sql },
): Promise<Claimed> {
  const rows = await db.$queryRaw<Row[]>`
    WITH batch AS MATERIALIZED (
      SELECT d.member_id FROM deliveries d
      WHERE d.occurrence_id = ${occurrence.id}::uuid AND d.channel = ${channel.name}
        AND (d.not_before IS NULL OR d.not_before <= now())
        AND (d.status = 'queued' AND (d.lease_until IS NULL OR d.lease_until <= now())
          OR d.status = 'sending' AND d.lease_until <= now())
        AND (SELECT o.status FROM occurrences o WHERE o.id = ${occurrence.id}::uuid) = 'sending' AND ${only}
      ORDER BY d.member_id LIMIT ${most}::int FOR NO KEY UPDATE OF d SKIP LOCKED
    ), held AS MATERIALIZED (SELECT array_agg(member_id) AS people FROM batch),
    lists AS MATERIALIZED (
      SELECT array_agg(member_id) AS stopped, array_agg(reason) AS reasons, array_agg(falls) AS falls
      FROM (${stoppedSql(Prisma.sql`(SELECT people FROM held)::uuid[]`, channel.name, occurrence)}) stopped
    ), marked AS (
      UPDATE deliveries d SET attempts = d.attempts + 1, (status, reason, channel, lease_until) = (
        SELECT CASE WHEN why IS NULL THEN 'sending' WHEN moves THEN 'queued' ELSE 'skipped' END, why,
          CASE WHEN moves THEN 'in_app' ELSE d.channel END,
          CASE WHEN why IS NULL THEN now() + make_interval(secs => ${channel.leaseSeconds}) END
        FROM (SELECT (SELECT reasons FROM lists)[place] AS why, (SELECT falls FROM lists)[place] AS moves
          FROM (SELECT array_position((SELECT stopped FROM lists), d.member_id) AS place) found) verdict)
      WHERE d.occurrence_id = ${occurrence.id}::uuid AND d.member_id = ANY((SELECT people FROM held)::uuid[])
      RETURNING d.member_id, d.attempts, d.status
    ), delta AS (SELECT count(*) FILTER (WHERE status = 'skipped')::int AS skipped FROM marked),
    counted AS (
      UPDATE occurrences o SET queued = o.queued - delta.skipped, skipped = o.skipped + delta.skipped
      FROM delta WHERE o.id = ${occurrence.id}::uuid AND delta.skipped > 0
    )
    SELECT member_id AS "memberId", attempts AS token,
      CASE status WHEN 'sending' THEN 'taken' WHEN 'queued' THEN 'moved' ELSE 'skipped' END AS verdict
    FROM marked ORDER BY member_id`;
  const count = (verdict: Row["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  return {
    taken: rows
      .filter(({ verdict }) => verdict === "taken")
      .map(({ memberId, token }) => ({ memberId, token })),
    skipped: count("skipped"),
    moved: count("moved"),
  };
}

/** When the next delivery of a channel may be taken: null when none is open; a past instant when one may be taken now. */
export async function nextTurn(db: Db, channel: OutsideChannel, occurrenceId: string): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min(coalesce(greatest(d.lease_until, d.not_before), now())) AS at FROM deliveries d
    WHERE d.occurrence_id = ${occurrenceId}::uuid AND d.channel = ${channel.name} AND ${openSql}`;
  return row?.at ?? null;
}
