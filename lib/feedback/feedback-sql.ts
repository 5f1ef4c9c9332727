import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { LockedFeedback } from "./types";

/** Holds items until the transaction ends, in the order of their ids: every change of status passes here. */
export function lockFeedbackRows(db: Db, ids: readonly string[]): Promise<LockedFeedback[]> {
  return db.$queryRaw<LockedFeedback[]>`
    SELECT id, member_id AS "memberId", community_id AS "communityId", kind, title, status, round, merged_into AS "mergedInto"
    FROM feedback WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
}

/** Lets one sending of a member go at a time, so that a pressed-twice button is seen as one. */
export async function lockSendingOf(db: Db, memberId: string): Promise<void> {
  await db.$executeRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`feedback:${memberId}`}, 0))`;
}

/** How many items have news for a member that they have not looked at: their own, and those whose end they were told. */
export async function countUnseen(db: Db, memberId: string): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT id FROM feedback
      WHERE member_id = ${memberId}::uuid AND told_at > coalesce(author_seen_at, '-infinity')
      UNION SELECT feedback_id FROM feedback_outcomes WHERE member_id = ${memberId}::uuid AND seen_at IS NULL) news`;
  return rows[0]?.count ?? 0;
}
