import "server-only";
import type { AttachedMedia } from "@/lib/media/types";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { MessageKind } from "./types";

export type MessageRow = {
  id: string;
  groupId: string;
  authorId: string | null;
  authorName: string | null;
  authorIsInRoom: boolean;
  byTeam: boolean;
  body: string;
  kind: MessageKind;
  mediaName: string | null;
  media: AttachedMedia[] | null;
  linkUrl: string | null;
  linkTitle: string | null;
  linkDescription: string | null;
  replyTo: string | null;
  quotedId: string | null;
  quotedAuthorId: string | null;
  quotedName: string | null;
  quotedIsInRoom: boolean;
  quotedByTeam: boolean;
  quotedBody: string;
  quotedRemoved: boolean;
  quotedHasMedia: boolean;
  position: bigint | null;
  revision: bigint;
  key: string | null;
  pinnedAt: Date | null;
  createdAt: Date;
  editedAt: Date | null;
  removedAt: Date | null;
  removedBy: string | null;
};

const COLUMNS = Prisma.sql`m.id, m.group_id AS "groupId", m.author_id AS "authorId", a.name AS "authorName",
  gm.member_id IS NOT NULL AS "authorIsInRoom", m.by_team AS "byTeam", m.body, m.kind, m.media_name AS "mediaName", m.media,
  p.url AS "linkUrl", p.title AS "linkTitle", p.description AS "linkDescription", m.reply_to AS "replyTo",
  q.id AS "quotedId", q.author_id AS "quotedAuthorId", qa.name AS "quotedName", qm.member_id IS NOT NULL AS "quotedIsInRoom",
  coalesce(q.by_team, false) AS "quotedByTeam", left(coalesce(q.body, ''), 300) AS "quotedBody",
  (q.removed_at IS NOT NULL OR q.kind = 'deleted') AS "quotedRemoved",
  (q.media IS NOT NULL OR q.kind = 'media') AS "quotedHasMedia",
  m.position, m.revision, m.client_key AS key, m.pinned_at AS "pinnedAt", m.created_at AS "createdAt", m.edited_at AS "editedAt",
  m.removed_at AS "removedAt", m.removed_by AS "removedBy"`;

const AUTHORS = Prisma.sql`
  LEFT JOIN link_previews p ON p.tenant_id = m.tenant_id AND p.url = m.link AND p.title <> ''
  LEFT JOIN members a ON a.tenant_id = m.tenant_id AND a.id = m.author_id
  LEFT JOIN group_members gm ON gm.tenant_id = m.tenant_id AND gm.group_id = m.group_id AND gm.member_id = m.author_id
  LEFT JOIN messages q ON q.tenant_id = m.tenant_id AND q.id = m.reply_to AND q.group_id = m.group_id
  LEFT JOIN members qa ON qa.tenant_id = q.tenant_id AND qa.id = q.author_id
  LEFT JOIN group_members qm ON qm.tenant_id = q.tenant_id AND qm.group_id = q.group_id AND qm.member_id = q.author_id`;

/** What was said in a message: its words, and those for what it shows. */
const SAID = Prisma.sql`concat_ws(' ', body, (
  SELECT string_agg(concat_ws(' ', one ->> 'alt', one ->> 'name'), ' ') FROM jsonb_array_elements(media) AS one))`;

type Place = { at: string; id: string };
type Wanted = { groupId: string; before: Place | null; limit: number };

/** A page of a room's messages, newest first, by key: the thousandth page costs what the first does (C1). */
export function pageOfMessages(db: Db, { groupId, before, limit }: Wanted): Promise<MessageRow[]> {
  return db.$queryRaw<MessageRow[]>`
    SELECT ${COLUMNS} FROM (
      SELECT * FROM messages
      WHERE tenant_id = current_tenant() AND group_id = ${groupId}::uuid
        AND (created_at, id) < (coalesce(${before?.at ?? null}::timestamptz, 'infinity'), coalesce(${before?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      ORDER BY created_at DESC, id DESC LIMIT ${limit}) m ${AUTHORS}
    ORDER BY m.created_at DESC, m.id DESC`;
}

/** A page of a room's messages from a place on, that place too with `isFrom`; oldest first, by key. */
export function pageOfNewer(
  db: Db,
  { groupId, after, isFrom, limit }: { groupId: string; after: Place; isFrom: boolean; limit: number },
): Promise<MessageRow[]> {
  const { at, id } = after;
  return db.$queryRaw<MessageRow[]>`
    SELECT ${COLUMNS} FROM (
      SELECT * FROM messages
      WHERE tenant_id = current_tenant() AND group_id = ${groupId}::uuid
        AND (created_at, id) >= (${at}::timestamptz, ${id}::uuid) AND (${isFrom} OR id <> ${id}::uuid)
      ORDER BY created_at, id LIMIT ${limit}) m ${AUTHORS}
    ORDER BY m.created_at, m.id`;
}

/** What was posted first in a room after a position, by others than somebody. @returns its id; null without one */
export async function firstAfter(
  db: Db,
  { groupId, position, memberId }: { groupId: string; position: number; memberId: string },
): Promise<string | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM messages
    WHERE tenant_id = current_tenant() AND group_id = ${groupId}::uuid AND position > ${position}::bigint
      AND author_id IS DISTINCT FROM ${memberId}::uuid
    ORDER BY position LIMIT 1`;
  return row?.id ?? null;
}

/**
 * A page of a room's messages that hold all of these folded words, newest first. It walks the room's own index and stops when
 * the page is full: under row-level security no index of words could be asked before the rows.
 */
export function searchedMessages(
  db: Db,
  { groupId, words, before, limit }: Wanted & { words: readonly string[] },
): Promise<MessageRow[]> {
  return db.$queryRaw<MessageRow[]>`
    SELECT ${COLUMNS} FROM (
      SELECT * FROM messages
      WHERE tenant_id = current_tenant() AND group_id = ${groupId}::uuid AND removed_at IS NULL AND kind IN ('text', 'media')
        AND (created_at, id) < (coalesce(${before?.at ?? null}::timestamptz, 'infinity'), coalesce(${before?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
        AND NOT EXISTS (SELECT FROM unnest(${[...words]}::text[]) AS word WHERE strpos(fold(${SAID}), word) = 0)
      ORDER BY created_at DESC, id DESC LIMIT ${limit}) m ${AUTHORS}
    ORDER BY m.created_at DESC, m.id DESC`;
}

/** These messages, in no order. */
export function messagesById(db: Db, ids: readonly string[]): Promise<MessageRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db.$queryRaw<MessageRow[]>`
    SELECT ${COLUMNS} FROM messages m ${AUTHORS}
    WHERE m.tenant_id = current_tenant() AND m.id = ANY (${[...ids]}::uuid[])`;
}

/** One message with its author's standing. */
export async function oneMessage(db: Db, id: string): Promise<MessageRow | null> {
  const [row] = await db.$queryRaw<MessageRow[]>`
    SELECT ${COLUMNS} FROM messages m ${AUTHORS} WHERE m.tenant_id = current_tenant() AND m.id = ${id}::uuid`;
  return row ?? null;
}

/**
 * What changed in a room after a revision, each message once, as it is now. A revision that several messages share comes
 * whole, so that whoever goes on from the last one misses none (C3).
 */
export function changedMessages(
  db: Db,
  { groupId, after, limit }: { groupId: string; after: number; limit: number },
): Promise<MessageRow[]> {
  return db.$queryRaw<MessageRow[]>`
    SELECT ${COLUMNS} FROM (
      SELECT * FROM messages
      WHERE tenant_id = current_tenant() AND group_id = ${groupId}::uuid AND revision > ${after}::bigint AND revision > 0
      ORDER BY revision FETCH FIRST ${limit} ROWS WITH TIES) m ${AUTHORS}
    ORDER BY m.revision, m.id`;
}

/**
 * The numbers of people in a room's history: the order in which their first messages were kept. Ids grow with time, so a
 * number stays when others come, leave, or an older chat is brought in (P13).
 */
export async function numbersInRoom(
  db: Db,
  groupId: string,
  memberIds: readonly string[],
): Promise<Map<string, number>> {
  if (memberIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ memberId: string; number: number }[]>`
    SELECT author_id AS "memberId", number::int FROM (
      SELECT author_id, row_number() OVER (ORDER BY min(id::text)) AS number FROM messages
      WHERE tenant_id = current_tenant() AND group_id = ${groupId}::uuid AND author_id IS NOT NULL
      GROUP BY author_id) numbered
    WHERE author_id = ANY (${memberIds}::uuid[])`;
  return new Map(rows.map(({ memberId, number }) => [memberId, number]));
}

/** What stands at the top of a room, the newest first. */
export function pinnedMessages(db: Db, groupId: string): Promise<MessageRow[]> {
  return db.$queryRaw<MessageRow[]>`
    SELECT ${COLUMNS} FROM messages m ${AUTHORS}
    WHERE m.tenant_id = current_tenant() AND m.group_id = ${groupId}::uuid AND m.pinned_at IS NOT NULL
    ORDER BY m.pinned_at DESC, m.id DESC`;
}
