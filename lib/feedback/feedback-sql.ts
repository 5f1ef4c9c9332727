import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { LockedFeedback } from "./types";

/** Holds items until the transaction ends, in the order of their ids: every change of status passes here. */
export function lockFeedbackRows(db: Db, ids: readonly string[]): Promise<LockedFeedback[]> {
  return db.$queryRaw<LockedFeedback[]>`
    SELECT id, member_id AS "memberId", community_id AS "communityId", title, status
    FROM feedback WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
}

/** Lets one sending of a member go at a time, so that a pressed-twice button is seen as one. */
export async function lockSendingOf(db: Db, memberId: string): Promise<void> {
  await db.$executeRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`feedback:${memberId}`}, 0))`;
}

/** One vote per person; the counter moves only when a vote really came. @returns the votes now */
export async function insertVote(db: Db, feedbackId: string, memberId: string): Promise<number> {
  const rows = await db.$queryRaw<{ votes: number }[]>`
    WITH came AS (
      INSERT INTO feedback_votes (feedback_id, member_id) VALUES (${feedbackId}::uuid, ${memberId}::uuid)
      ON CONFLICT DO NOTHING RETURNING 1)
    UPDATE feedback SET votes = votes + (SELECT count(*)::int FROM came) WHERE id = ${feedbackId}::uuid
    RETURNING votes`;
  return rows[0]?.votes ?? 0;
}

/** @returns the votes now */
export async function deleteVote(db: Db, feedbackId: string, memberId: string): Promise<number> {
  const rows = await db.$queryRaw<{ votes: number }[]>`
    WITH went AS (
      DELETE FROM feedback_votes WHERE feedback_id = ${feedbackId}::uuid AND member_id = ${memberId}::uuid RETURNING 1)
    UPDATE feedback SET votes = votes - (SELECT count(*)::int FROM went) WHERE id = ${feedbackId}::uuid
    RETURNING votes`;
  return rows[0]?.votes ?? 0;
}

/** Unites the votes of two items: who voted for both counts once. */
export async function uniteVotes(db: Db, fromId: string, intoId: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO feedback_votes (feedback_id, member_id, created_at)
    SELECT ${intoId}::uuid, member_id, created_at FROM feedback_votes WHERE feedback_id = ${fromId}::uuid
    ON CONFLICT DO NOTHING`;
  await db.$executeRaw`
    UPDATE feedback SET votes = (SELECT count(*) FROM feedback_votes WHERE feedback_id = ${intoId}::uuid)
    WHERE id = ${intoId}::uuid`;
}

/** How many of a member's items have news that they have not looked at. */
export async function countUnseen(db: Db, memberId: string): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM feedback
    WHERE member_id = ${memberId}::uuid AND told_at > coalesce(author_seen_at, '-infinity')`;
  return rows[0]?.count ?? 0;
}
