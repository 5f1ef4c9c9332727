import "server-only";
import type { Db } from "@/lib/platform/db/clients";

export type MentionRow = {
  messageId: string;
  place: number;
  memberId: string;
  name: string | null;
  isInRoom: boolean;
};

/** Whom these messages call, and whether they still are in the room. */
export function mentionsOf(db: Db, messageIds: readonly string[]): Promise<MentionRow[]> {
  return db.$queryRaw<MentionRow[]>`
    SELECT c.message_id AS "messageId", c.place, c.member_id AS "memberId", m.name, gm.member_id IS NOT NULL AS "isInRoom"
    FROM message_mentions c
    LEFT JOIN members m ON m.tenant_id = c.tenant_id AND m.id = c.member_id
    LEFT JOIN group_members gm ON gm.tenant_id = c.tenant_id AND gm.group_id = c.group_id AND gm.member_id = c.member_id
    WHERE c.tenant_id = current_tenant() AND c.message_id = ANY (${messageIds}::uuid[])
    ORDER BY c.message_id, c.place`;
}

/** The names of those of these people who are in a room. */
export function namesInRoom(
  db: Db,
  groupId: string,
  memberIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw<{ id: string; name: string }[]>`
    SELECT m.id, m.name FROM group_members gm JOIN members m ON m.tenant_id = gm.tenant_id AND m.id = gm.member_id
    WHERE gm.tenant_id = current_tenant() AND gm.group_id = ${groupId}::uuid AND gm.member_id = ANY (${memberIds}::uuid[])`;
}

/** Whom a message calls from now on. Inside a transaction. */
export async function replaceMentions(
  db: Db,
  { messageId, groupId, memberIds }: { messageId: string; groupId: string; memberIds: readonly string[] },
): Promise<void> {
  await db.messageMention.deleteMany({ where: { messageId } });
  const data = memberIds.map((memberId, index) => ({ messageId, groupId, memberId, place: index + 1 }));
  if (data.length > 0) await db.messageMention.createMany({ data });
}
