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

export type ToTell = {
  memberId: string;
  locale: string;
  timezone: string;
  slug: string;
  groupId: string;
  groupName: string;
};

/**
 * Whom a message that stands calls and whose devices do not know it: in the room, not having muted it, read that far, been
 * suspended, written it, or said no to such notes (P16).
 */
export function mentionsToTell(db: Db, messageId: string): Promise<ToTell[]> {
  return db.$queryRaw<ToTell[]>`
    SELECT c.member_id AS "memberId", coalesce(p.locale, t.locale) AS locale, coalesce(p.timezone, t.timezone) AS timezone,
      t.slug, g.id AS "groupId", g.name AS "groupName"
    FROM message_mentions c
    JOIN messages m ON m.tenant_id = c.tenant_id AND m.id = c.message_id AND m.removed_at IS NULL
    JOIN groups g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
    JOIN group_members gm ON gm.tenant_id = c.tenant_id AND gm.group_id = g.id AND gm.member_id = c.member_id
      AND gm.muted_at IS NULL AND coalesce(gm.read_position, 0) < m.position
    JOIN members p ON p.tenant_id = c.tenant_id AND p.id = c.member_id AND p.suspended_at IS NULL
    JOIN tenants t ON t.id = c.tenant_id
    WHERE c.tenant_id = current_tenant() AND c.message_id = ${messageId}::uuid AND c.told_at IS NULL
      AND c.member_id IS DISTINCT FROM m.author_id
      AND EXISTS (SELECT FROM push_subscriptions s WHERE s.tenant_id = c.tenant_id AND s.member_id = c.member_id)
      AND NOT EXISTS (SELECT FROM consent_current n WHERE n.tenant_id = c.tenant_id AND n.member_id = c.member_id
        AND n.channel = 'push' AND n.purpose IN ('service', 'announcements') AND NOT n.granted)`;
}

/** Takes these mentions to tell of them: of two who try, one gets each. @returns whose were taken */
export async function claimMentions(
  db: Db,
  { messageId, memberIds, now }: { messageId: string; memberIds: readonly string[]; now: Date },
): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ memberId: string }[]>`
    UPDATE message_mentions SET told_at = ${now}::timestamptz
    WHERE tenant_id = current_tenant() AND message_id = ${messageId}::uuid AND told_at IS NULL
      AND member_id = ANY (${[...memberIds]}::uuid[])
    RETURNING member_id AS "memberId"`;
  return new Set(rows.map(({ memberId }) => memberId));
}

/** Whom a message calls from now on; who was told of it stays told. Inside a transaction. */
export async function replaceMentions(
  db: Db,
  { messageId, groupId, memberIds }: { messageId: string; groupId: string; memberIds: readonly string[] },
): Promise<void> {
  const before = await db.messageMention.findMany({
    where: { messageId },
    select: { memberId: true, toldAt: true },
  });
  await db.messageMention.deleteMany({ where: { messageId } });
  const toldAt = new Map(before.map((row) => [row.memberId, row.toldAt]));
  const data = memberIds.map((memberId, index) => ({
    ...{ messageId, groupId, memberId, place: index + 1 },
    toldAt: toldAt.get(memberId) ?? null,
  }));
  if (data.length > 0) await db.messageMention.createMany({ data });
}
