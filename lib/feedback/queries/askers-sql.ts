import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";

/**
 * A query of `member_id` and `via`, a row a person: exactly those who asked for an item, and by which one they know it: its
 * author, the authors of all that was merged into it, and who supports any of them. Nobody learns of an item that was not
 * theirs or shared with them.
 */
export function askersSql(feedbackId: string): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE united AS (
      SELECT ${feedbackId}::uuid AS id, 0 AS depth
      UNION SELECT f.id, u.depth + 1 FROM feedback f JOIN united u ON f.merged_into = u.id
      WHERE f.tenant_id = current_tenant() AND u.depth < 20),
    asked AS (
      SELECT f.member_id, f.id AS via, u.depth AS rank FROM feedback f JOIN united u ON u.id = f.id
      WHERE f.tenant_id = current_tenant() AND f.member_id IS NOT NULL
      UNION ALL
      SELECT v.member_id, v.feedback_id, 100 + u.depth FROM feedback_votes v JOIN united u ON u.id = v.feedback_id
      WHERE v.tenant_id = current_tenant() AND v.came_from IS NULL)
    SELECT DISTINCT ON (member_id) member_id, via FROM asked ORDER BY member_id, rank, via`;
}
