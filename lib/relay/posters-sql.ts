import "server-only";
import type { Db } from "@/lib/platform/db/clients";

/** To whom each of some tasks can be given: admins of its group first, then of its community, without suspended ones. */
export function postersOf(
  db: Db,
  taskIds: readonly string[],
): Promise<{ taskId: string; memberId: string }[]> {
  return db.$queryRaw`
    SELECT led.id AS "taskId", led.member_id AS "memberId" FROM (
      SELECT t.id, gm.member_id, 0 AS rank
      FROM relay_tasks t JOIN group_members gm ON gm.tenant_id = t.tenant_id AND gm.group_id = t.group_id AND gm.role = 'admin'
      WHERE t.tenant_id = current_tenant() AND t.id = ANY (${[...taskIds]}::uuid[])
      UNION ALL
      SELECT t.id, cm.member_id, 1
      FROM relay_tasks t JOIN community_members cm ON cm.tenant_id = t.tenant_id AND cm.community_id = t.community_id
        AND cm.role = 'admin'
      WHERE t.tenant_id = current_tenant() AND t.id = ANY (${[...taskIds]}::uuid[])
    ) led JOIN members m ON m.tenant_id = current_tenant() AND m.id = led.member_id AND m.suspended_at IS NULL
    GROUP BY led.id, led.member_id ORDER BY led.id, min(led.rank), led.member_id`;
}

/** Whether somebody may be the one who posts there: the same rule by which the database takes tasks away (R7). */
export async function isPoster(
  db: Db,
  { communityId, groupId }: { communityId: string; groupId: string },
  memberId: string,
): Promise<boolean> {
  const [row] = await db.$queryRaw<{ is: boolean }[]>`
    SELECT relays_in(${memberId}::uuid, ${communityId}::uuid, ${groupId}::uuid) AS "is"`;
  return row?.is ?? false;
}
