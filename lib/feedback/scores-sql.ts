import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { ScoreScale } from "./types";

export type ScoreCount = { scale: ScoreScale; month: string | null; score: number; count: number };
type Asked = {
  /** Null: everything of the tenant. */
  communityIds: readonly string[] | null;
  from: Date;
  until: Date;
  zone: string;
};

/**
 * Scores of a time, by measure: of each person the last one alone. Once over all of it (`month` null), and once for each month
 * of the zone ("2026-11").
 */
export function countScores(db: Db, { communityIds, from, until, zone }: Asked): Promise<ScoreCount[]> {
  const place = communityIds
    ? Prisma.sql`AND community_id = ANY (${[...communityIds]}::uuid[])`
    : Prisma.empty;
  return db.$queryRaw<ScoreCount[]>`
    WITH answers AS (
      SELECT scale, score, created_at, id, coalesce(member_id, id) AS person,
        to_char(created_at AT TIME ZONE ${zone}, 'YYYY-MM') AS month
      FROM feedback WHERE tenant_id = current_tenant() AND scale IS NOT NULL
        AND created_at >= ${from}::timestamptz AND created_at < ${until}::timestamptz ${place}),
    last AS (SELECT DISTINCT ON (scale, person) scale, NULL::text AS month, score FROM answers
      ORDER BY scale, person, created_at DESC, id DESC),
    monthly AS (SELECT DISTINCT ON (scale, month, person) scale, month, score FROM answers
      ORDER BY scale, month, person, created_at DESC, id DESC)
    SELECT scale, month, score, count(*)::int AS count
    FROM (SELECT * FROM last UNION ALL SELECT * FROM monthly) each
    GROUP BY scale, month, score ORDER BY scale, month NULLS FIRST, score`;
}
