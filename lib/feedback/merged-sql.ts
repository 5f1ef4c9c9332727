import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { FeedbackStatus } from "./types";

type Root = { id: string; status: FeedbackStatus; statusReason: string | null; round: number };

/** The item that one was merged into, however many times; itself where it was not. */
export async function findRoot(db: Db, id: string): Promise<Root | null> {
  const [root] = await db.$queryRaw<Root[]>`
    WITH RECURSIVE chain AS (
      SELECT id, merged_into, 0 AS depth FROM feedback WHERE tenant_id = current_tenant() AND id = ${id}::uuid
      UNION ALL SELECT f.id, f.merged_into, c.depth + 1 FROM feedback f JOIN chain c ON f.id = c.merged_into
      WHERE f.tenant_id = current_tenant() AND c.depth < 20)
    SELECT f.id, f.status, f.status_reason AS "statusReason", f.round
    FROM feedback f JOIN (SELECT id FROM chain ORDER BY depth DESC LIMIT 1) last ON last.id = f.id
    WHERE f.tenant_id = current_tenant()`;
  return root ?? null;
}
