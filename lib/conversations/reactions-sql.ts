import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { nextRevision } from "./log-sql";
import type { Reacted } from "./types";

type Change = { messageId: string; groupId: string; memberId: string; emoji: string | null; now: Date };

/** Somebody's reaction to a message, null to take it back; one a person, the last one counts. */
export async function setReaction(
  db: Db,
  { messageId, groupId, memberId, emoji, now }: Change,
): Promise<void> {
  await db.$executeRaw`
    WITH next AS (${nextRevision(groupId)}),
    reacted AS (
      INSERT INTO message_reactions AS r (message_id, member_id, emoji, revision, at)
      SELECT ${messageId}::uuid, ${memberId}::uuid, ${emoji}, last_revision, ${now}::timestamptz FROM next
      ON CONFLICT (tenant_id, message_id, member_id) DO UPDATE
        SET emoji = excluded.emoji, revision = excluded.revision, at = excluded.at)
    UPDATE messages SET revision = next.last_revision
    FROM next WHERE tenant_id = current_tenant() AND id = ${messageId}::uuid`;
}

export type ReactionCount = { messageId: string; emoji: string; count: number; isOwn: boolean };

/** How often which sign stands at these messages, the most frequent first, and which is the viewer's own. */
export function countReactions(
  db: Db,
  messageIds: readonly string[],
  viewerId: string | null,
): Promise<ReactionCount[]> {
  return db.$queryRaw<ReactionCount[]>`
    SELECT message_id AS "messageId", emoji, count(*)::int AS count,
      coalesce(bool_or(member_id = ${viewerId}::uuid), false) AS "isOwn"
    FROM message_reactions
    WHERE tenant_id = current_tenant() AND message_id = ANY (${messageIds}::uuid[]) AND emoji IS NOT NULL
    GROUP BY message_id, emoji ORDER BY message_id, count(*) DESC, min(revision), emoji`;
}

/** Who of those in the room has changed their reaction to these messages since a revision. */
export function changedReactions(
  db: Db,
  { groupId, messageIds, after }: { groupId: string; messageIds: readonly string[]; after: number },
): Promise<Reacted[]> {
  return db.$queryRaw<Reacted[]>`
    SELECT r.message_id AS "messageId", r.member_id AS "memberId", r.emoji FROM message_reactions r
    JOIN group_members gm ON gm.tenant_id = r.tenant_id AND gm.group_id = ${groupId}::uuid AND gm.member_id = r.member_id
    WHERE r.tenant_id = current_tenant() AND r.message_id = ANY (${messageIds}::uuid[]) AND r.revision > ${after}::bigint`;
}

export type ReactionRow = {
  memberId: string;
  name: string | null;
  isInRoom: boolean;
  emoji: string;
  revision: bigint;
};

type Wanted = {
  messageId: string;
  groupId: string;
  before: { revision: number; memberId: string } | null;
  limit: number;
};

/** A page of who reacted to a message and how, the newest first. */
export function pageOfReactions(
  db: Db,
  { messageId, groupId, before, limit }: Wanted,
): Promise<ReactionRow[]> {
  return db.$queryRaw<ReactionRow[]>`
    SELECT r.member_id AS "memberId", m.name, gm.member_id IS NOT NULL AS "isInRoom", r.emoji, r.revision
    FROM message_reactions r
    LEFT JOIN members m ON m.tenant_id = r.tenant_id AND m.id = r.member_id
    LEFT JOIN group_members gm ON gm.tenant_id = r.tenant_id AND gm.group_id = ${groupId}::uuid AND gm.member_id = r.member_id
    WHERE r.tenant_id = current_tenant() AND r.message_id = ${messageId}::uuid AND r.emoji IS NOT NULL
      AND (r.revision, r.member_id) < (coalesce(${before?.revision ?? null}::bigint, 9223372036854775807), coalesce(${before?.memberId ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    ORDER BY r.revision DESC, r.member_id DESC LIMIT ${limit}`;
}
