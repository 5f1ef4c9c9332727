import "server-only";
import type { Db } from "@/lib/platform/db/clients";

/** One vote per person; the counter moves only when a vote really came. @returns the votes now */
export async function insertVote(db: Db, feedbackId: string, memberId: string): Promise<number> {
  // A vote that came by a merge becomes the person's own and stays when the merge is undone.
  await db.$executeRaw`
    INSERT INTO feedback_votes (feedback_id, member_id) VALUES (${feedbackId}::uuid, ${memberId}::uuid)
    ON CONFLICT (tenant_id, feedback_id, member_id) DO UPDATE SET came_from = NULL
    WHERE feedback_votes.came_from IS NOT NULL`;
  return countAgain(db, feedbackId);
}

/** Takes a vote back, also where it came from: in what was merged into the item. @returns the votes now */
export async function deleteVote(db: Db, feedbackId: string, memberId: string): Promise<number> {
  await db.$executeRaw`
    WITH RECURSIVE united AS (
      SELECT ${feedbackId}::uuid AS id
      UNION SELECT f.id FROM feedback f JOIN united u ON f.merged_into = u.id WHERE f.tenant_id = current_tenant()),
    gone AS (
      DELETE FROM feedback_votes v USING united u
      WHERE v.tenant_id = current_tenant() AND v.feedback_id = u.id AND v.member_id = ${memberId}::uuid
      RETURNING v.feedback_id)
    UPDATE feedback f SET votes = f.votes - 1 FROM gone
    WHERE f.tenant_id = current_tenant() AND f.id = gone.feedback_id AND f.id <> ${feedbackId}::uuid`;
  return countAgain(db, feedbackId);
}

/** Unites the votes of two items: who voted for both counts once; those of the first stay with it for an undo. */
export async function uniteVotes(db: Db, fromId: string, intoId: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO feedback_votes (feedback_id, member_id, created_at, came_from)
    SELECT ${intoId}::uuid, member_id, created_at, ${fromId}::uuid FROM feedback_votes
    WHERE tenant_id = current_tenant() AND feedback_id = ${fromId}::uuid
    ON CONFLICT DO NOTHING`;
  await countAgain(db, intoId);
}

/** Takes out again what came with an item; who also came with another one that stays merged keeps counting. */
export async function partVotes(db: Db, fromId: string, intoId: string): Promise<void> {
  await db.$executeRaw`
    DELETE FROM feedback_votes
    WHERE tenant_id = current_tenant() AND feedback_id = ${intoId}::uuid AND came_from = ${fromId}::uuid`;
  await db.$executeRaw`
    INSERT INTO feedback_votes (feedback_id, member_id, created_at, came_from)
    SELECT ${intoId}::uuid, v.member_id, v.created_at, v.feedback_id
    FROM feedback_votes v JOIN feedback f ON f.tenant_id = v.tenant_id AND f.id = v.feedback_id
    WHERE v.tenant_id = current_tenant() AND f.merged_into = ${intoId}::uuid AND f.id <> ${fromId}::uuid
    ON CONFLICT DO NOTHING`;
  await countAgain(db, intoId);
}

/** @returns the votes now */
async function countAgain(db: Db, feedbackId: string): Promise<number> {
  const rows = await db.$queryRaw<{ votes: number }[]>`
    UPDATE feedback SET votes = (SELECT count(*) FROM feedback_votes
      WHERE tenant_id = current_tenant() AND feedback_id = ${feedbackId}::uuid)
    WHERE tenant_id = current_tenant() AND id = ${feedbackId}::uuid RETURNING votes`;
  return rows[0]?.votes ?? 0;
}
