import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import { seatsSql } from "./audience-sql";
import type { Audience } from "./types";

/**
 * The first of the next seven days on which the fewest people of an audience would have had enough already (A18), by what they
 * had so far; null when today is as good as any.
 */
export async function findBetterDay(db: Db, audience: Audience, now: Date): Promise<string | null> {
  if (!audience.budget) return null;
  const { most, kind } = audience.budget;
  const ofKind = kind ? Prisma.sql`AND o.kind = ${kind}` : Prisma.empty;
  const rows = await db.$queryRaw<{ day: number; date: string; sated: number }[]>`
    WITH had AS MATERIALIZED (
      SELECT d.member_id, o.started_at FROM occurrences o
      JOIN deliveries d ON d.tenant_id = o.tenant_id AND d.occurrence_id = o.id
      WHERE o.started_at > ${now}::timestamptz - interval '7 days' AND o.retracted_at IS NULL ${ofKind}
        AND d.status NOT IN ('skipped', 'failed') AND d.member_id IN (SELECT s.member_id FROM (${seatsSql(audience)}) s)
    )
    SELECT day, to_char(${now}::timestamptz + day * interval '1 day', 'YYYY-MM-DD') AS date, (
      SELECT count(*)::int FROM (
        SELECT 1 FROM had WHERE started_at > ${now}::timestamptz + day * interval '1 day' - interval '7 days'
        GROUP BY member_id HAVING count(*) >= ${most}) full_ones) AS sated
    FROM generate_series(0, 7) AS day ORDER BY day`;
  const today = rows[0]?.sated ?? 0;
  const fewest = Math.min(...rows.map(({ sated }) => sated));
  return fewest < today ? (rows.find(({ sated }) => sated === fewest)?.date ?? null) : null;
}
