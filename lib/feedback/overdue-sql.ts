import "server-only";
import type { Db } from "@/lib/platform/db/clients";

export type Overdue = { id: string; ownerId: string; communityId: string | null; title: string; dueAt: Date };

/**
 * Marks open items past their date whose owner was not told, in the caller's transaction. @returns those, longest overdue
 * first: each is returned once until it gets another date or owner
 */
export function claimOverdue(db: Db, { now, most }: { now: Date; most: number }): Promise<Overdue[]> {
  return db.$queryRaw<Overdue[]>`
    WITH late AS (
      SELECT id FROM feedback
      WHERE tenant_id = current_tenant() AND status IN ('new', 'triaged', 'planned', 'in_progress')
        AND due_at < ${now}::timestamptz AND owner_id IS NOT NULL AND overdue_told_at IS NULL
      ORDER BY due_at, id LIMIT ${most} FOR UPDATE SKIP LOCKED),
    claimed AS (
      UPDATE feedback f SET overdue_told_at = ${now}::timestamptz FROM late
      WHERE f.tenant_id = current_tenant() AND f.id = late.id
      RETURNING f.id, f.owner_id, f.community_id, f.title, f.due_at)
    SELECT id, owner_id AS "ownerId", community_id AS "communityId", title, due_at AS "dueAt" FROM claimed ORDER BY due_at, id`;
}
