import "server-only";
import type { Db } from "@/lib/platform/db/clients";

const MOST = 200;

/** Messages that link to an address have changed: the newest of them get a new revision in their rooms. @returns the rooms */
export async function touchLinks(db: Db, url: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ groupId: string }[]>`
    WITH linking AS (
      SELECT id, group_id FROM messages WHERE tenant_id = current_tenant() AND link = ${url}
      ORDER BY created_at DESC LIMIT ${MOST}),
    next AS (
      INSERT INTO room_logs AS l (group_id, last_revision)
      SELECT DISTINCT group_id, 1 FROM linking ORDER BY group_id
      ON CONFLICT (tenant_id, group_id) DO UPDATE SET last_revision = l.last_revision + 1
      RETURNING group_id, last_revision),
    touched AS (
      UPDATE messages m SET revision = next.last_revision FROM linking, next
      WHERE m.tenant_id = current_tenant() AND m.id = linking.id AND next.group_id = linking.group_id)
    SELECT group_id AS "groupId" FROM next`;
  return rows.map(({ groupId }) => groupId);
}
