import "server-only";
import type { AttachedMedia } from "@/lib/media/types";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";

export type NewMessage = {
  id: string;
  groupId: string;
  authorId: string;
  byTeam: boolean;
  body: string;
  kind: "text" | "media";
  media: readonly AttachedMedia[] | null;
  /** The first address in it, where its page is to be shown. */
  link: string | null;
  replyTo: string | null;
  key: string | null;
  /** Whom it calls, in the order of their marks. */
  mentions: readonly string[];
  createdAt: Date;
};

/**
 * Keeps a message at the room's next position, in one statement: the room's log is held no longer than the insert takes. A key
 * that this author has used in the room already is a violated constraint, which takes the position back too.
 */
export async function insertMessage(db: Db, message: NewMessage): Promise<void> {
  const { id, groupId, authorId, byTeam, body, kind, media, link, replyTo, key, mentions, createdAt } =
    message;
  await db.$executeRaw`
    WITH place AS (
      INSERT INTO room_logs AS l (group_id, last_position, last_revision) VALUES (${groupId}::uuid, 1, 1)
      ON CONFLICT (tenant_id, group_id) DO UPDATE
        SET last_position = l.last_position + 1, last_revision = l.last_revision + 1
      RETURNING last_position, last_revision),
    called AS (
      INSERT INTO message_mentions (message_id, place, member_id, group_id)
      SELECT ${id}::uuid, place, member_id, ${groupId}::uuid
      FROM unnest(${[...mentions]}::uuid[]) WITH ORDINALITY AS c (member_id, place))
    INSERT INTO messages (id, group_id, author_id, by_team, body, kind, media, link, reply_to, client_key, created_at, position, revision)
    SELECT ${id}::uuid, ${groupId}::uuid, ${authorId}::uuid, ${byTeam}, ${body}, ${kind}, ${media && JSON.stringify(media)}::jsonb, ${link},
      ${replyTo}::uuid, ${key}::uuid,
      ${createdAt}::timestamptz, last_position, last_revision FROM place`;
}

/** The next revision of a room, as a part of a statement that changes one of its messages. */
export function nextRevision(groupId: string): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO room_logs AS l (group_id, last_revision) VALUES (${groupId}::uuid, 1)
    ON CONFLICT (tenant_id, group_id) DO UPDATE SET last_revision = l.last_revision + 1
    RETURNING last_revision`;
}

type Edit = { id: string; groupId: string; body: string; link: string | null; now: Date };

/** Changes the text of a message that stands. @returns how many were changed */
export function changeBody(db: Db, { id, groupId, body, link, now }: Edit): Promise<number> {
  return db.$executeRaw`
    WITH next AS (${nextRevision(groupId)})
    UPDATE messages SET body = ${body}, link = ${link}, edited_at = ${now}::timestamptz, revision = next.last_revision
    FROM next WHERE tenant_id = current_tenant() AND id = ${id}::uuid AND removed_at IS NULL`;
}

type Removal = { id: string; groupId: string; removedBy: string; now: Date };

/** Takes the text of a message that stands, also where it is quoted; its place stays. @returns how many were removed */
export function takeBody(db: Db, { id, groupId, removedBy, now }: Removal): Promise<number> {
  return db.$executeRaw`
    WITH next AS (${nextRevision(groupId)}),
    quoting AS (
      UPDATE messages SET revision = next.last_revision
      FROM next WHERE tenant_id = current_tenant() AND reply_to = ${id}::uuid AND group_id = ${groupId}::uuid)
    UPDATE messages SET body = '', media_name = NULL, media = NULL, link = NULL, pinned_at = NULL, pinned_by = NULL, removed_at = ${now}::timestamptz, removed_by = ${removedBy}::uuid,
      revision = next.last_revision
    FROM next WHERE tenant_id = current_tenant() AND id = ${id}::uuid AND removed_at IS NULL`;
}

/** How far the log of a room has come. */
export async function lastOfRoom(db: Db, groupId: string): Promise<{ position: number; revision: number }> {
  const log = await db.roomLog.findFirst({
    where: { groupId },
    select: { lastPosition: true, lastRevision: true },
  });
  return { position: Number(log?.lastPosition ?? 0), revision: Number(log?.lastRevision ?? 0) };
}

type Pin = { id: string; groupId: string; pinnedBy: string | null; mostPins: number; now: Date };

/** Puts a message at the top of its room, or takes it from there; the oldest of too many goes. */
export async function setPin(db: Db, { id, groupId, pinnedBy, mostPins, now }: Pin): Promise<void> {
  await db.$executeRaw`
    WITH next AS (${nextRevision(groupId)}),
    others AS (
      SELECT id FROM messages
      WHERE tenant_id = current_tenant() AND group_id = ${groupId}::uuid AND pinned_at IS NOT NULL AND id <> ${id}::uuid
      ORDER BY pinned_at DESC, id DESC OFFSET ${mostPins - 1})
    UPDATE messages m SET revision = next.last_revision,
      pinned_at = CASE WHEN m.id = ${id}::uuid AND ${pinnedBy}::uuid IS NOT NULL THEN ${now}::timestamptz END,
      pinned_by = CASE WHEN m.id = ${id}::uuid THEN ${pinnedBy}::uuid END
    FROM next
    WHERE m.tenant_id = current_tenant() AND m.group_id = ${groupId}::uuid
      AND (m.id = ${id}::uuid OR (${pinnedBy}::uuid IS NOT NULL AND m.id IN (SELECT id FROM others)))`;
}
