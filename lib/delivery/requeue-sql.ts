import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Retried } from "./rules";

/** Puts deliveries of one end back into the queue, with fresh tries; counters in the same statement. @returns how many */
export async function requeue(db: Db, occurrenceId: string, status: Retried): Promise<number> {
  const counter = Prisma.raw(status);
  const [row] = await db.$queryRaw<{ n: number }[]>`
    WITH held AS MATERIALIZED (
      SELECT d.member_id FROM deliveries d
      WHERE d.occurrence_id = ${occurrenceId}::uuid AND d.channel <> 'in_app' AND d.status = ${status}
      ORDER BY d.member_id FOR NO KEY UPDATE OF d
    ), marked AS (
      UPDATE deliveries d SET status = 'queued', reason = NULL, attempts = 0, lease_until = NULL
      WHERE d.occurrence_id = ${occurrenceId}::uuid AND d.status = ${status}
        AND d.member_id = ANY((SELECT array_agg(member_id) FROM held)::uuid[])
      RETURNING 1
    ), delta AS (SELECT count(*)::int AS n FROM marked),
    counted AS (
      UPDATE occurrences o SET queued = o.queued + delta.n, ${counter} = o.${counter} - delta.n
      FROM delta WHERE o.id = ${occurrenceId}::uuid AND delta.n > 0
    )
    SELECT n FROM delta`;
  return row?.n ?? 0;
}
