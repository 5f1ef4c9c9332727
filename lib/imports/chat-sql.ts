import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { newId } from "@/lib/shared/ids";

/** Lets one import at a time decide who the names of a group are. Freed with the transaction. */
export async function lockChat(db: Db, groupId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`chat:${groupId}`}, 0))`;
}

/** Who the names of a group's chats are, as earlier imports know. */
export async function loadAuthors(db: Db, groupId: string): Promise<Map<string, string>> {
  const rows = await db.chatAuthor.findMany({ where: { groupId }, select: { name: true, memberId: true } });
  return new Map(rows.map(({ name, memberId }) => [name, memberId]));
}

type Author = { name: string; memberId: string };

/** Remembers names of a group's chats; what a person has said replaces what was guessed. */
export async function saveAuthors(
  db: Db,
  given: { groupId: string; importId: string; authors: readonly Author[] },
): Promise<void> {
  const { groupId, importId, authors } = given;
  await db.$executeRaw`
    INSERT INTO chat_authors (group_id, name, member_id, import_id)
    SELECT ${groupId}::uuid, name, member_id, ${importId}::uuid
    FROM unnest(${authors.map(({ name }) => name)}::text[], ${authors.map(({ memberId }) => memberId)}::uuid[])
      AS given (name, member_id)
    ON CONFLICT (tenant_id, group_id, name) DO UPDATE SET member_id = excluded.member_id
      WHERE chat_authors.member_id <> excluded.member_id`;
}

export type NewMessage = {
  authorId: string | null;
  body: string;
  kind: string;
  mediaName: string | null;
  fingerprint: string;
  createdAt: Date;
  editedAt: Date | null;
};

/** Adds messages that the group does not have; answers how many, and how many of them somebody wrote. */
export async function insertMessages(
  db: Db,
  given: { groupId: string; importId: string; messages: readonly NewMessage[] },
): Promise<{ added: number; authored: number }> {
  const { groupId, importId, messages } = given;
  const rows = messages.map((message) => ({ id: newId(), ...message }));
  const [counted] = await db.$queryRaw<{ added: number; authored: number }[]>`
    WITH added AS (
      INSERT INTO messages (id, group_id, author_id, body, kind, media_name, fingerprint, import_id, created_at, edited_at)
      SELECT id, ${groupId}::uuid, "authorId", body, kind, "mediaName", fingerprint, ${importId}::uuid, "createdAt", "editedAt"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (id uuid, "authorId" uuid, body text, kind text,
        "mediaName" text, fingerprint text, "createdAt" timestamptz, "editedAt" timestamptz)
      ON CONFLICT (tenant_id, group_id, fingerprint) WHERE fingerprint IS NOT NULL DO NOTHING
      RETURNING author_id)
    SELECT count(*)::int AS added, count(author_id)::int AS authored FROM added`;
  return counted ?? { added: 0, authored: 0 };
}

/** How many of these fingerprints the group has not got yet. */
export async function countNew(
  db: Db,
  groupId: string | null,
  fingerprints: readonly string[],
): Promise<number> {
  if (groupId === null) return fingerprints.length;
  const [counted] = await db.$queryRaw<{ fresh: number }[]>`
    SELECT count(*)::int AS fresh FROM unnest(${fingerprints}::text[]) AS wanted (fingerprint)
    WHERE NOT EXISTS (
      SELECT FROM messages m WHERE m.tenant_id = current_tenant() AND m.group_id = ${groupId}::uuid
        AND m.fingerprint = wanted.fingerprint)`;
  return counted?.fresh ?? 0;
}
