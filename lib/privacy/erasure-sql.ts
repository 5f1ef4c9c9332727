import "server-only";
import { SINGLE_CHANNELS } from "@/lib/consent/types";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { RequestKind, RequestStatus } from "./types";

const HIDDEN = "•••";

/**
 * Keeps what a person said no to, by digests of all their identifiers (X29). What they have said yes to since is not kept
 * from before.
 */
export async function keepOptOuts(db: Db, memberId: string): Promise<void> {
  await db.$executeRaw`
    DELETE FROM suppressions s WHERE s.tenant_id = current_tenant() AND s.digest IN (
      SELECT identifier_digest(i.tenant_id, i.kind, i.canonical) FROM identifiers i
      WHERE i.tenant_id = current_tenant() AND i.member_id = ${memberId}::uuid)`;
  await db.$executeRaw`
    WITH standing AS (
      SELECT channel, purpose, granted, at FROM consent_current
      WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid),
    refused AS (
      SELECT 'all' AS channel, purpose, max(at) AS at FROM standing
      GROUP BY purpose HAVING count(*) = ${SINGLE_CHANNELS.length} AND NOT bool_or(granted)
      UNION ALL
      SELECT channel, purpose, at FROM standing s WHERE NOT granted AND NOT EXISTS (
        SELECT FROM standing o WHERE o.purpose = s.purpose GROUP BY o.purpose
        HAVING count(*) = ${SINGLE_CHANNELS.length} AND NOT bool_or(o.granted)))
    INSERT INTO suppressions (digest, channel, purpose, at)
    SELECT DISTINCT identifier_digest(i.tenant_id, i.kind, i.canonical), r.channel, r.purpose, r.at
    FROM identifiers i CROSS JOIN refused r
    WHERE i.tenant_id = current_tenant() AND i.member_id = ${memberId}::uuid
    ON CONFLICT DO NOTHING`;
}

/** Takes what a person uploaded, and what their messages show, unless something else shows it too. @returns the files that went */
export async function eraseShown(db: Db, memberId: string): Promise<string[]> {
  const shown = await db.$queryRaw<{ id: string }[]>`
    DELETE FROM media_uses u USING messages m
    WHERE u.tenant_id = current_tenant() AND u.owner_kind = 'message' AND m.tenant_id = u.tenant_id AND m.id = u.owner_id
      AND m.author_id = ${memberId}::uuid
    RETURNING u.media_id AS id`;
  const gone = await db.$queryRaw<{ id: string }[]>`
    DELETE FROM files f WHERE f.tenant_id = current_tenant() AND f.purpose = 'media' AND f.id IN (
      SELECT m.id FROM media m WHERE m.tenant_id = current_tenant()
        AND (m.member_id = ${memberId}::uuid OR m.id = ANY(${shown.map(({ id }) => id)}::uuid[]))
        AND NOT EXISTS (SELECT FROM media_uses u WHERE u.tenant_id = m.tenant_id AND u.media_id = m.id)
      FOR UPDATE)
    RETURNING f.id`;
  return gone.map(({ id }) => id);
}

/**
 * Takes the texts of what a person said; the messages, their places and replies stay, and the counts. Rooms go on to a new
 * revision, so that whoever has one open loses the texts too.
 */
export async function eraseWords(db: Db, memberId: string, now: Date): Promise<void> {
  await db.$executeRaw`
    WITH next AS (
      INSERT INTO room_logs AS l (group_id, last_revision)
      SELECT DISTINCT group_id, 1 FROM messages WHERE tenant_id = current_tenant() AND author_id = ${memberId}::uuid
      ORDER BY group_id
      ON CONFLICT (tenant_id, group_id) DO UPDATE SET last_revision = l.last_revision + 1
      RETURNING group_id, last_revision)
    UPDATE messages m SET body = '', media_name = NULL, media = NULL, link = NULL, removed_at = coalesce(removed_at, ${now}::timestamptz),
      removed_by = coalesce(removed_by, author_id), revision = next.last_revision
    FROM next
    WHERE m.tenant_id = current_tenant() AND m.author_id = ${memberId}::uuid AND m.group_id = next.group_id`;
  await db.$executeRaw`
    DELETE FROM message_reactions WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid`;
  await db.$executeRaw`
    DELETE FROM message_mentions WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid`;
  await db.$executeRaw`
    DELETE FROM message_reports WHERE tenant_id = current_tenant() AND reporter_id = ${memberId}::uuid`;
  await db.$executeRaw`
    DELETE FROM room_silences WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid`;
  await db.$executeRaw`
    DELETE FROM room_paces WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid`;
  await db.$executeRaw`
    UPDATE feedback_comments c SET body = '' FROM feedback f
    WHERE c.tenant_id = current_tenant() AND f.tenant_id = c.tenant_id AND f.id = c.feedback_id
      AND f.member_id = ${memberId}::uuid`;
  await db.$executeRaw`
    UPDATE feedback SET title = '—', body = '', status_reason = NULL, is_shared = false, may_share = false
    WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid`;
  await db.$executeRaw`
    UPDATE feedback f SET contact_name = NULL, contact_email = NULL, contact_locale = NULL, contact_consent = NULL
    FROM identifiers i WHERE f.tenant_id = current_tenant() AND i.tenant_id = f.tenant_id AND i.kind = 'email'
      AND i.member_id = ${memberId}::uuid AND lower(f.contact_email) = i.canonical`;
  await db.$executeRaw`
    UPDATE group_suggestions SET name = '—', description = '', reason = ''
    WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid`;
}

export type ClosedRequest = { id: string; kind: RequestKind; status: RequestStatus };

/** Takes the words of a person's requests; those that still waited are closed by the erasure. @returns those */
export async function eraseRequests(
  db: Db,
  memberId: string,
  { now, handledBy }: { now: Date; handledBy: string | null },
): Promise<ClosedRequest[]> {
  await db.$executeRaw`
    UPDATE privacy_requests SET details = '', answer = ''
    WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid`;
  return db.$queryRaw<ClosedRequest[]>`
    UPDATE privacy_requests SET status = CASE kind WHEN 'erasure' THEN 'done' ELSE 'cancelled' END,
      closed_at = ${now}::timestamptz, handled_by = ${handledBy}::uuid
    WHERE tenant_id = current_tenant() AND member_id = ${memberId}::uuid AND closed_at IS NULL
    RETURNING id, kind, status`;
}

/** Lines of imported chats that only tell of the person coming and going have nothing else to say. */
export async function eraseChatLines(db: Db, names: readonly string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE messages SET body = '' WHERE tenant_id = current_tenant() AND kind = 'system'
      AND EXISTS (SELECT FROM unnest(${[...names]}::text[]) AS name WHERE strpos(body, name) > 0)`;
}

/** Where people write about each other, as table and column. */
const WRITINGS = [
  ["messages", "body"],
  ["message_reports", "reason"],
  ["feedback", "title"],
  ["feedback", "body"],
  ["feedback", "status_reason"],
  ["feedback", "contact_name"],
  ["feedback_comments", "body"],
  ["member_notes", "body"],
  ["group_suggestions", "name"],
  ["group_suggestions", "description"],
  ["group_suggestions", "reason"],
  ["communities", "description"],
  ["groups", "description"],
  ["inbox_messages", "body"],
  ["inbox_conversations", "task"],
  ["inbox_saved_replies", "body"],
  ["announcements", "body"],
  ["announcement_versions", "body"],
  ["announcement_templates", "body"],
  ["occurrences", "body"],
  ["files", "name"],
  ["bans", "reason"],
  ["privacy_requests", "details"],
  ["privacy_requests", "answer"],
] as const;

/** Hides addresses and numbers of a person in what others wrote, by patterns of how they may be written. */
export async function hideWritings(db: Db, patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return;
  const any = patterns.map((pattern) => `(?:${pattern})`).join("|");
  for (const [table, column] of WRITINGS) {
    const [into, text] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)];
    await db.$executeRaw`
      UPDATE ${into} SET ${text} = regexp_replace(${text}, ${any}, ${HIDDEN}, 'gi')
      WHERE tenant_id = current_tenant() AND ${text} ~* ${any}`;
  }
  await hideInMedia(db, any);
  // A preview goes with the last message that links to its address.
  await db.$executeRaw`
    UPDATE messages m SET link = NULL WHERE m.tenant_id = current_tenant() AND (m.link ~* ${any} OR m.link IN (
      SELECT p.url FROM link_previews p
      WHERE p.tenant_id = current_tenant() AND concat_ws(' ', p.url, p.title, p.description) ~* ${any}))`;
}

/** What shows media keeps their words and names beside them, as a list. */
const SHOWING = [
  "announcements",
  "announcement_versions",
  "announcement_templates",
  "occurrences",
  "messages",
] as const;

async function hideInMedia(db: Db, any: string): Promise<void> {
  const hidden = (field: string) =>
    Prisma.sql`to_jsonb(regexp_replace(one.value ->> ${field}, ${any}, ${HIDDEN}, 'gi'))`;
  for (const table of SHOWING)
    await db.$executeRaw`
      UPDATE ${Prisma.raw(`"${table}"`)} SET media = (
        SELECT jsonb_agg(one.value || jsonb_build_object('alt', ${hidden("alt")}, 'name', ${hidden("name")}) ORDER BY one.place)
        FROM jsonb_array_elements(media) WITH ORDINALITY AS one (value, place))
      WHERE tenant_id = current_tenant() AND jsonb_typeof(media) = 'array' AND EXISTS (
        SELECT FROM jsonb_array_elements(media) AS one WHERE one ->> 'alt' ~* ${any} OR one ->> 'name' ~* ${any})`;
}

/** Tags that nobody else has may speak of the person. */
export async function forgetOwnTags(db: Db, memberId: string): Promise<void> {
  await db.$executeRaw`
    DELETE FROM tags t WHERE t.tenant_id = current_tenant()
      AND EXISTS (SELECT FROM member_tags m WHERE m.tenant_id = t.tenant_id AND m.token = t.token
        AND m.member_id = ${memberId}::uuid)
      AND NOT EXISTS (SELECT FROM member_tags m WHERE m.tenant_id = t.tenant_id AND m.token = t.token
        AND m.member_id <> ${memberId}::uuid)`;
}

/** Through the doors: what is append-only for the application. */
export async function forgetPerson(db: Db, memberId: string): Promise<void> {
  await db.$executeRaw`SELECT forget_person(${memberId}::uuid)`;
}

/** Waiting and failed jobs, and kept answers of the API, that hold one of these texts. */
export async function forgetTexts(db: Db, texts: readonly string[]): Promise<void> {
  await db.$executeRaw`SELECT forget_jobs(${[...texts]}::text[])`;
  await db.$executeRaw`
    DELETE FROM idempotency_keys WHERE tenant_id = current_tenant() AND response IS NOT NULL
      AND EXISTS (SELECT FROM unnest(${[...texts]}::text[]) AS one WHERE strpos(lower(response), lower(one)) > 0)`;
}

/** What imports keep beside their rows: names of chat authors, a file's name, faults. */
export async function forgetInImports(db: Db, texts: readonly string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE imports SET file_name = '', review = NULL, errors = '[]', options = options - 'authors'
    WHERE tenant_id = current_tenant() AND EXISTS (SELECT FROM unnest(${[...texts]}::text[]) AS one
      WHERE strpos(lower(concat_ws(' ', file_name, review, errors, options)), lower(one)) > 0)`;
}

/** Whether a login is nobody else's: no staff anywhere, no member record elsewhere. */
export async function isLoginOfOnly(db: Db, userId: string, tenantId: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ tenantId: string; role: string | null }[]>`
    SELECT tenant_id AS "tenantId", role FROM tenants_of_user(${userId}::uuid)`;
  return rows.every((row) => row.tenantId === tenantId && row.role === null);
}

/** Statistics of the planner keep samples of values: they are taken anew. */
export async function forgetSamples(db: Db): Promise<void> {
  await db.$executeRaw`SELECT forget_samples()`;
}
