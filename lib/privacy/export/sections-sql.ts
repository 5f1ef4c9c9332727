import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { SectionName, SectionRow } from "./sections";

/** Rows of a section come in slices of this size, by their key. */
export const ROWS_AT_ONCE = 2_000;

type Keyed = { key: string; row: SectionRow };
type Source = (person: Prisma.Sql) => Prisma.Sql;

/**
 * What is kept of a person and is theirs to take, as a key in order and the row as JSON. Never whose name or number it is
 * of others: rooms, organizations and the person's own words only, and of the team what it told them.
 */
const SOURCES: Record<SectionName, Source> = {
  profile: (person) => Prisma.sql`
    SELECT m.id::text AS key, json_build_object('id', m.id, 'name', m.name, 'locale', m.locale, 'timezone', m.timezone,
      'birthdayOn', m.birthday_on, 'source', m.source, 'channelOrder', m.channel_order, 'createdAt', m.created_at, 'suspendedAt', m.suspended_at,
      'lastSeenAt', (SELECT seen_at FROM member_activity a WHERE a.tenant_id = m.tenant_id AND a.member_id = m.id),
      'loginEmail', u.email) AS row
    FROM members m LEFT JOIN users u ON u.id = m.user_id WHERE m.tenant_id = current_tenant() AND m.id = ${person}`,
  identifiers: (person) => Prisma.sql`
    SELECT i.id::text AS key, json_build_object('kind', i.kind, 'value', i.value, 'typed', i.typed, 'createdAt', i.created_at,
      'bouncedAt', i.bounced_at)
    FROM identifiers i WHERE i.tenant_id = current_tenant() AND i.member_id = ${person}`,
  devices: (person) => Prisma.sql`
    SELECT s.id::text AS key, json_build_object('device', s.device, 'endpoint', s.endpoint, 'createdAt', s.created_at)
    FROM push_subscriptions s WHERE s.tenant_id = current_tenant() AND s.member_id = ${person}`,
  fields: (person) => Prisma.sql`
    SELECT f.key AS key, json_build_object('name', coalesce(c.name, f.key), 'value', f.value)
    FROM members m CROSS JOIN LATERAL jsonb_each(m.fields) f
      LEFT JOIN custom_fields c ON c.tenant_id = m.tenant_id AND c.key = f.key
    WHERE m.tenant_id = current_tenant() AND m.id = ${person}`,
  tags: (person) => Prisma.sql`
    SELECT tag AS key, json_build_object('name', tag) FROM members m CROSS JOIN LATERAL unnest(m.tags) AS tag
    WHERE m.tenant_id = current_tenant() AND m.id = ${person}`,
  earlierRecords: (person) => Prisma.sql`
    SELECT x.id::text AS key, json_build_object('name', x.from_name, 'mergedAt', x.merged_at)
    FROM member_merges x WHERE x.tenant_id = current_tenant() AND x.into_id = ${person} AND x.undone_at IS NULL`,
  memberships: (person) => Prisma.sql`
    SELECT 'a' || cm.community_id AS key,
      json_build_object('community', c.name, 'group', NULL, 'role', cm.role, 'joinedAt', cm.joined_at)
    FROM community_members cm JOIN communities c ON c.tenant_id = cm.tenant_id AND c.id = cm.community_id
    WHERE cm.tenant_id = current_tenant() AND cm.member_id = ${person}
    UNION ALL
    SELECT 'b' || gm.group_id, json_build_object('community', c.name, 'group', g.name, 'role', gm.role, 'joinedAt', gm.joined_at,
      'mutedAt', gm.muted_at)
    FROM group_members gm JOIN groups g ON g.tenant_id = gm.tenant_id AND g.id = gm.group_id
      JOIN communities c ON c.tenant_id = gm.tenant_id AND c.id = gm.community_id
    WHERE gm.tenant_id = current_tenant() AND gm.member_id = ${person}`,
  history: (person) => Prisma.sql`
    SELECT e.id::text AS key, json_build_object('event', e.event, 'community', c.name, 'group', g.name, 'at', e.at)
    FROM membership_events e LEFT JOIN communities c ON c.tenant_id = e.tenant_id AND c.id = e.community_id
      LEFT JOIN groups g ON g.tenant_id = e.tenant_id AND g.id = e.group_id
    WHERE e.tenant_id = current_tenant() AND e.member_id = ${person}`,
  messages: (person) => Prisma.sql`
    SELECT x.id::text AS key, json_build_object('group', g.name, 'body', regexp_replace(x.body, '<@[0-9]+>', '@…', 'g'), 'kind', x.kind, 'mediaName', x.media_name,
      'media', (SELECT string_agg(coalesce(nullif(one ->> 'alt', ''), nullif(one ->> 'name', ''), one ->> 'kind'), ' · ') FROM jsonb_array_elements(x.media) AS one),
      'at', x.created_at, 'editedAt', x.edited_at, 'removedAt', x.removed_at)
    FROM messages x JOIN groups g ON g.tenant_id = x.tenant_id AND g.id = x.group_id
    WHERE x.tenant_id = current_tenant() AND x.author_id = ${person}
    UNION ALL
    SELECT 'reaction ' || r.message_id::text, json_build_object('group', g.name, 'reaction', r.emoji, 'at', r.at)
    FROM message_reactions r JOIN messages x ON x.tenant_id = r.tenant_id AND x.id = r.message_id
      JOIN groups g ON g.tenant_id = x.tenant_id AND g.id = x.group_id
    WHERE r.tenant_id = current_tenant() AND r.member_id = ${person} AND r.emoji IS NOT NULL`,
  contact: (person) => Prisma.sql`
    SELECT x.id::text AS key, json_build_object('channel', c.channel, 'body', x.body, 'at', x.created_at,
      'from', CASE x.kind WHEN 'in' THEN 'me' ELSE 'team' END)
    FROM inbox_conversations c JOIN inbox_messages x ON x.tenant_id = c.tenant_id AND x.conversation_id = c.id
    WHERE c.tenant_id = current_tenant() AND c.member_id = ${person} AND x.kind IN ('in', 'out')`,
  announcements: (person) => Prisma.sql`
    SELECT d.occurrence_id::text AS key, json_build_object('body', o.body,
      'media', (SELECT string_agg(coalesce(nullif(one ->> 'alt', ''), one ->> 'name'), ' · ') FROM jsonb_array_elements(o.media) AS one),
      'channel', d.channel, 'status', d.status,
      'sentAt', d.sent_at, 'deliveredAt', d.delivered_at, 'readAt', d.read_at)
    FROM deliveries d JOIN occurrences o ON o.tenant_id = d.tenant_id AND o.id = d.occurrence_id
    WHERE d.tenant_id = current_tenant() AND d.member_id = ${person}`,
  feedback: (person) => Prisma.sql`
    SELECT f.id::text AS key, json_build_object('kind', f.kind, 'title', f.title, 'body', f.body, 'score', f.score,
      'status', f.status, 'reason', f.status_reason, 'at', f.created_at)
    FROM feedback f WHERE f.tenant_id = current_tenant() AND f.member_id = ${person}`,
  answers: (person) => Prisma.sql`
    SELECT x.id::text AS key, json_build_object('feedback', f.title, 'body', x.body, 'at', x.created_at,
      'from', CASE WHEN x.author_kind = 'member' AND x.author_id = ${person} THEN 'me' ELSE 'team' END)
    FROM feedback_comments x JOIN feedback f ON f.tenant_id = x.tenant_id AND f.id = x.feedback_id
    WHERE f.tenant_id = current_tenant() AND f.member_id = ${person} AND NOT x.internal AND x.body <> ''
      AND (x.author_kind <> 'member' OR x.author_id = ${person})`,
  votes: (person) => Prisma.sql`
    SELECT v.feedback_id::text AS key, json_build_object('feedbackId', v.feedback_id, 'at', v.created_at)
    FROM feedback_votes v WHERE v.tenant_id = current_tenant() AND v.member_id = ${person}
    UNION ALL
    SELECT 'end ' || o.feedback_id || ' ' || o.status || ' ' || o.round, json_build_object('feedbackId', o.feedback_id,
      'status', o.status, 'at', o.told_at, 'solved', o.solved, 'answeredAt', o.answered_at)
    FROM feedback_outcomes o WHERE o.tenant_id = current_tenant() AND o.member_id = ${person}`,
  asked: (person) => Prisma.sql`
    SELECT a.block_id::text AS key, json_build_object('kind', b.kind,
      'title', coalesce(b.content ->> 'question', b.content ->> 'title', b.content ->> 'prize', b.content ->> 'label'),
      'answer', CASE b.kind WHEN 'poll' THEN (SELECT string_agg(b.content -> 'options' ->> c::int, ' · ') FROM unnest(a.choices) c)
        ELSE array_to_string(a.choices, ' · ') END,
      'score', a.score, 'ticket', a.ticket, 'wonPlace', a.won_place, 'at', a.answered_at)
    FROM block_answers a JOIN blocks b ON b.tenant_id = a.tenant_id AND b.id = a.block_id
    WHERE a.tenant_id = current_tenant() AND a.member_id = ${person}`,
  suggestions: (person) => Prisma.sql`
    SELECT s.id::text AS key, json_build_object('name', s.name, 'description', s.description, 'status', s.status,
      'reason', s.reason, 'at', s.created_at)
    FROM group_suggestions s WHERE s.tenant_id = current_tenant() AND s.member_id = ${person}`,
  doors: (person) => Prisma.sql`
    SELECT 'a' || r.id AS key, json_build_object('community', c.name, 'group', g.name, 'status', r.status, 'at', r.created_at)
    FROM join_requests r JOIN communities c ON c.tenant_id = r.tenant_id AND c.id = r.community_id
      LEFT JOIN groups g ON g.tenant_id = r.tenant_id AND g.id = r.group_id
    WHERE r.tenant_id = current_tenant() AND r.member_id = ${person}
    UNION ALL
    SELECT 'b' || w.group_id, json_build_object('community', c.name, 'group', g.name, 'status', 'waiting', 'at', w.created_at)
    FROM waiting_entries w JOIN groups g ON g.tenant_id = w.tenant_id AND g.id = w.group_id
      JOIN communities c ON c.tenant_id = w.tenant_id AND c.id = w.community_id
    WHERE w.tenant_id = current_tenant() AND w.member_id = ${person}`,
  bans: (person) => Prisma.sql`
    SELECT b.id::text AS key, json_build_object('community', c.name, 'group', g.name, 'at', b.created_at, 'liftedAt', b.lifted_at)
    FROM bans b LEFT JOIN communities c ON c.tenant_id = b.tenant_id AND c.id = b.community_id
      LEFT JOIN groups g ON g.tenant_id = b.tenant_id AND g.id = b.group_id
    WHERE b.tenant_id = current_tenant() AND b.member_id = ${person}`,
  consents: (person) => Prisma.sql`
    SELECT c.id::text AS key, json_build_object('channel', c.channel, 'purpose', c.purpose, 'granted', c.granted,
      'wordingVersion', c.wording_version, 'source', c.source, 'origin', c.origin, 'at', c.at)
    FROM consents c WHERE c.tenant_id = current_tenant() AND c.member_id = ${person}`,
  requests: (person) => Prisma.sql`
    SELECT r.id::text AS key, json_build_object('kind', r.kind, 'receivedBy', r.received_by, 'status', r.status,
      'details', r.details, 'answer', r.answer, 'reason', r.refusal_reason, 'at', r.received_at, 'dueAt', r.due_at,
      'closedAt', r.closed_at)
    FROM privacy_requests r WHERE r.tenant_id = current_tenant() AND r.member_id = ${person}`,
  acts: (person) => Prisma.sql`
    SELECT e.id::text AS key, json_build_object('action', e.action, 'at', e.created_at, 'origin', e.ip)
    FROM audit_events e
    WHERE e.tenant_id = current_tenant() AND e.actor_kind = 'member' AND e.actor_id = ${person} AND e.actor_label = ''`,
};

/** The next rows of a section after a key, in the order of keys. */
export function nextRows(
  db: Db,
  section: SectionName,
  { memberId, after }: { memberId: string; after: string },
): Promise<Keyed[]> {
  const source = SOURCES[section](Prisma.sql`${memberId}::uuid`);
  return db.$queryRaw<Keyed[]>`
    SELECT s.key, s.row FROM (${source}) AS s (key, row) WHERE s.key COLLATE "C" > ${after} COLLATE "C"
    ORDER BY s.key COLLATE "C" LIMIT ${ROWS_AT_ONCE}`;
}
