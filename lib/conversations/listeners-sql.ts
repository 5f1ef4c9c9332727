import "server-only";
import type { Db } from "@/lib/platform/db/clients";

export type Seat = { userId: string; groupId: string; sessionVersion: number };

/** Which of these users sit in which of these rooms right now, with the version that their sessions must have. */
export function seatsOfUsers(
  db: Db,
  { userIds, groupIds }: { userIds: readonly string[]; groupIds: readonly string[] },
): Promise<Seat[]> {
  return db.$queryRaw<Seat[]>`
    SELECT m.user_id AS "userId", gm.group_id AS "groupId", u.session_version AS "sessionVersion"
    FROM users u
    JOIN members m ON m.tenant_id = current_tenant() AND m.user_id = u.id AND m.suspended_at IS NULL
    JOIN group_members gm ON gm.tenant_id = m.tenant_id AND gm.member_id = m.id
      AND gm.group_id = ANY (${groupIds}::uuid[])
    WHERE u.id = ANY (${userIds}::uuid[])`;
}

/** How far the logs of these rooms have come. */
export function lastOfRooms(
  db: Db,
  groupIds: readonly string[],
): Promise<{ groupId: string; revision: bigint }[]> {
  return db.$queryRaw<{ groupId: string; revision: bigint }[]>`
    SELECT group_id AS "groupId", last_revision AS revision FROM room_logs
    WHERE tenant_id = current_tenant() AND group_id = ANY (${groupIds}::uuid[])`;
}
