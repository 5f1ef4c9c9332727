import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { OutsideChannel } from "../channels/channel";

/**
 * What a dead worker had in hand on a channel that does not know a letter again, or on any (`null`), becomes `unknown` (A16): it may have left.
 * Counters in the same statement. @returns how many
 */
export async function giveUpLostLeases(
  db: Db,
  channel: OutsideChannel | null,
  occurrenceId: string,
): Promise<number> {
  const ofChannel = channel ? Prisma.sql`d.channel = ${channel.name}` : Prisma.sql`true`;
  const [row] = await db.$queryRaw<{ n: number }[]>`
    WITH lost AS MATERIALIZED (
      SELECT d.member_id FROM deliveries d
      WHERE d.occurrence_id = ${occurrenceId}::uuid AND ${ofChannel} AND d.status = 'sending'
        AND d.lease_until <= now()
      ORDER BY d.member_id FOR NO KEY UPDATE OF d SKIP LOCKED
    ), marked AS (
      UPDATE deliveries d SET status = 'unknown', reason = 'interrupted', lease_until = NULL
      WHERE d.occurrence_id = ${occurrenceId}::uuid AND d.member_id = ANY((SELECT array_agg(member_id) FROM lost)::uuid[])
        AND d.status = 'sending'
      RETURNING 1
    ), delta AS (SELECT count(*)::int AS n FROM marked),
    counted AS (
      UPDATE occurrences o SET queued = o.queued - delta.n, unknown = o.unknown + delta.n
      FROM delta WHERE o.id = ${occurrenceId}::uuid AND delta.n > 0
    )
    SELECT n FROM delta`;
  return row?.n ?? 0;
}

/**
 * What no answer came to, and is due to be asked again: back into the queue, to go out under the same id, by which the
 * receiver knows it (A16). Counters in the same statement.
 */
export async function takeUnknownBack(db: Db, channel: OutsideChannel, occurrenceId: string): Promise<void> {
  await db.$executeRaw`
    WITH due AS MATERIALIZED (
      SELECT d.member_id FROM deliveries d
      WHERE d.occurrence_id = ${occurrenceId}::uuid AND d.channel = ${channel.name} AND d.status = 'unknown'
        AND d.lease_until <= now()
      ORDER BY d.member_id FOR NO KEY UPDATE OF d SKIP LOCKED
    ), marked AS (
      UPDATE deliveries d SET status = 'queued'
      WHERE d.occurrence_id = ${occurrenceId}::uuid AND d.member_id = ANY((SELECT array_agg(member_id) FROM due)::uuid[])
        AND d.status = 'unknown'
      RETURNING 1
    ), delta AS (SELECT count(*)::int AS n FROM marked)
    UPDATE occurrences o SET queued = o.queued + delta.n, unknown = o.unknown - delta.n
    FROM delta WHERE o.id = ${occurrenceId}::uuid AND delta.n > 0`;
}
