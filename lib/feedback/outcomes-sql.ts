import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { askersSql } from "./queries/askers-sql";
import type { FinalStatus, OutcomeCounts } from "./types";

type End = { feedbackId: string; status: FinalStatus; round: number };
type Claim = { besides: string | null; now: Date; most: number };

/**
 * Marks up to `most` of those who asked as told of an end, in the caller's transaction. @returns those who were not told of it
 * before, with the item by which they know it: each is returned once, however often and at once it runs
 */
export async function claimOutcomes(
  db: Db,
  end: End,
  { besides, now, most }: Claim,
): Promise<{ memberId: string; viaId: string; title: string }[]> {
  return db.$queryRaw`
    WITH claimed AS (
    INSERT INTO feedback_outcomes (feedback_id, member_id, status, round, via_id, told_at)
    SELECT ${end.feedbackId}::uuid, a.member_id, ${end.status}, ${end.round}::int, a.via, ${now}::timestamptz
    FROM (${askersSql(end.feedbackId)}) a
    JOIN members m ON m.tenant_id = current_tenant() AND m.id = a.member_id
    WHERE a.member_id IS DISTINCT FROM ${besides}::uuid AND NOT EXISTS (
      SELECT FROM feedback_outcomes o WHERE o.tenant_id = current_tenant() AND o.feedback_id = ${end.feedbackId}::uuid
        AND o.member_id = a.member_id AND o.status = ${end.status} AND o.round = ${end.round}::int)
    ORDER BY a.member_id LIMIT ${most}
    ON CONFLICT DO NOTHING RETURNING member_id, via_id)
    SELECT c.member_id AS "memberId", c.via_id AS "viaId", f.title
    FROM claimed c JOIN feedback f ON f.tenant_id = current_tenant() AND f.id = c.via_id`;
}

/** What those say who were told that it is done in this round. */
export async function countOutcomes(db: Db, { feedbackId, status, round }: End): Promise<OutcomeCounts> {
  const [counts] = await db.$queryRaw<OutcomeCounts[]>`
    SELECT count(*)::int AS told, (count(*) FILTER (WHERE solved))::int AS solved,
      (count(*) FILTER (WHERE NOT solved))::int AS unsolved
    FROM feedback_outcomes
    WHERE tenant_id = current_tenant() AND feedback_id = ${feedbackId}::uuid AND status = ${status} AND round = ${round}::int`;
  return counts ?? { told: 0, solved: 0, unsolved: 0 };
}
