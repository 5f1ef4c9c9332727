import "server-only";
import type { Db } from "@/lib/platform/db/clients";

/** Up to eight members for each name, by the beginning of their own. */
export function findNamesakes(
  db: Db,
  names: readonly string[],
): Promise<{ author: string; memberId: string; memberName: string }[]> {
  return db.$queryRaw`
    SELECT wanted.author, m.id AS "memberId", m.name AS "memberName"
    FROM unnest(${names}::text[]) AS wanted (author)
    CROSS JOIN LATERAL (
      SELECT id, name FROM members
      WHERE tenant_id = current_tenant() AND search_name COLLATE "C" ^@ fold(wanted.author)
      ORDER BY search_name COLLATE "C", id LIMIT 8) m
    WHERE fold(wanted.author) <> ''`;
}
