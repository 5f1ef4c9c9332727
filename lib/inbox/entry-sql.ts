import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import { newId } from "@/lib/shared/ids";
import type { EntryEvent, EntryKind, EntryState, HeldConversation, InboxChannel } from "./types";

const heldColumns = Prisma.sql`id, member_id AS "memberId", channel, status, assignee_id AS "assigneeId",
  last_position AS "lastPosition", waiting_since AS "waitingSince", reply_due_at AS "replyDueAt"`;

/** Holds a conversation until the transaction ends. @returns null for one that is gone */
export async function holdConversation(db: Db, id: string): Promise<HeldConversation | null> {
  const [row] = await db.$queryRaw<HeldConversation[]>`
    SELECT ${heldColumns} FROM inbox_conversations WHERE tenant_id = current_tenant() AND id = ${id}::uuid FOR UPDATE`;
  return row ?? null;
}

/** The conversation of a person by one way of writing, held; made when there is none, once however many write at the same time. */
export async function holdConversationOf(
  db: Db,
  { memberId, channel, now }: { memberId: string; channel: InboxChannel; now: Date },
): Promise<HeldConversation> {
  await db.$executeRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`inbox:${memberId}:${channel}`}, 0))`;
  const [known] = await db.$queryRaw<HeldConversation[]>`
    SELECT ${heldColumns} FROM inbox_conversations
    WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid AND channel = ${channel}
    ORDER BY moved_at DESC LIMIT 1 FOR UPDATE`;
  if (known) return known;
  const [made] = await db.$queryRaw<HeldConversation[]>`
    INSERT INTO inbox_conversations (id, member_id, channel, moved_at, created_at)
    VALUES (${newId()}::uuid, ${memberId}::uuid, ${channel}, ${now}, ${now}) RETURNING ${heldColumns}`;
  if (!made) throw new Error("a conversation was not made");
  return made;
}

export type NewEntry = {
  kind: EntryKind;
  authorId?: string | null;
  body?: string;
  event?: EntryEvent;
  refId?: string | null;
  key?: string | null;
  state?: EntryState;
  at: Date;
};

/** Puts an entry at the end of a held conversation. @returns its id */
export async function placeEntry(db: Db, held: HeldConversation, entry: NewEntry): Promise<string> {
  const id = newId();
  await db.$executeRaw`
    WITH place AS (
      UPDATE inbox_conversations SET last_position = last_position + 1
      WHERE tenant_id = current_tenant() AND id = ${held.id}::uuid RETURNING last_position)
    INSERT INTO inbox_messages (id, conversation_id, position, kind, author_id, body, event, ref_id, key, state, created_at)
    SELECT ${id}::uuid, ${held.id}::uuid, place.last_position, ${entry.kind}, ${entry.authorId ?? null}::uuid,
      ${entry.body ?? ""}, ${entry.event ?? null}, ${entry.refId ?? null}::uuid, ${entry.key ?? null},
      ${entry.state ?? "sent"}, ${entry.at} FROM place`;
  return id;
}

/** Whether somebody else of the team has answered since an entry. */
export async function isAnsweredSince(
  db: Db,
  conversationId: string,
  { position, authorId }: { position: number; authorId: string | null },
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM inbox_messages WHERE tenant_id = current_tenant() AND conversation_id = ${conversationId}::uuid
      AND position > ${position} AND kind = 'out' AND author_id IS DISTINCT FROM ${authorId}::uuid LIMIT 1`;
  return rows.length > 0;
}

/** Takes an answer in hand; false when it is none that waits, as it is somebody else's or went already. */
export async function claimReply(db: Db, messageId: string): Promise<boolean> {
  const rows = await db.$executeRaw`
    UPDATE inbox_messages SET state = 'sending', reason = NULL
    WHERE tenant_id = current_tenant() AND id = ${messageId}::uuid AND state = 'queued'`;
  return rows > 0;
}

/** What became of an answer, from one of these states. */
export async function moveReply(
  db: Db,
  messageId: string,
  { from, to, reason }: { from: readonly EntryState[]; to: EntryState; reason: string | null },
): Promise<string | null> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE inbox_messages SET state = ${to}, reason = ${reason}
    WHERE tenant_id = current_tenant() AND id = ${messageId}::uuid AND state = ANY (${[...from]}::text[])
    RETURNING conversation_id AS id`;
  return rows[0]?.id ?? null;
}
