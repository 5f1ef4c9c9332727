import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { TimelineEntry } from "./types";

export type TimelineRow = TimelineEntry & { key: string };
export type TimelinePlace = { at: Date; key: string } | null;

const EXCERPT = 160;

/** What happened with a person, newest first; `key` is unique, so that nothing of one instant is skipped or told twice. */
export function selectTimeline(
  db: Db,
  memberId: string,
  page: { after: TimelinePlace; limit: number; withNotes: boolean },
): Promise<TimelineRow[]> {
  const id = Prisma.sql`${memberId}::uuid`;
  const sources = [
    cameIn(id),
    memberships(id),
    announcements(id),
    answers(id),
    feedback(id),
    consents(id),
    ...(page.withNotes ? [notes(id)] : []),
  ];
  const beyond = page.after
    ? Prisma.sql`WHERE (t.at, t.key COLLATE "C") < (${page.after.at}::timestamptz, ${page.after.key}::text COLLATE "C")`
    : Prisma.empty;
  return db.$queryRaw<TimelineRow[]>`
    SELECT t.kind, t.at, t.subject_id AS "subjectId", t.text, t.detail, t.key
    FROM (${Prisma.join(sources, " UNION ALL ")}) AS t (kind, at, subject_id, text, detail, key)
    ${beyond} ORDER BY t.at DESC, t.key COLLATE "C" DESC LIMIT ${page.limit}::int`;
}

function cameIn(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT 'created', m.created_at, m.import_id, i.file_name, m.source, 'a' || m.id
    FROM members m LEFT JOIN imports i ON i.tenant_id = m.tenant_id AND i.id = m.import_id
    WHERE m.tenant_id = current_tenant() AND m.id = ${id}`;
}

function memberships(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT e.event, e.at, coalesce(e.group_id, e.community_id), coalesce(g.name, c.name),
      CASE WHEN e.group_id IS NULL THEN 'community' ELSE 'group' END, 'b' || e.id
    FROM membership_events e
    LEFT JOIN groups g ON g.tenant_id = e.tenant_id AND g.id = e.group_id
    LEFT JOIN communities c ON c.tenant_id = e.tenant_id AND c.id = e.community_id AND e.group_id IS NULL
    WHERE e.tenant_id = current_tenant() AND e.member_id = ${id}`;
}

function announcements(id: Prisma.Sql): Prisma.Sql {
  const of = (kind: string, at: Prisma.Sql, prefix: string) => Prisma.sql`
    SELECT ${kind}, ${at}, o.announcement_id, left(o.body, ${EXCERPT}), d.channel, ${prefix} || d.occurrence_id
    FROM deliveries d JOIN occurrences o ON o.tenant_id = d.tenant_id AND o.id = d.occurrence_id
    WHERE d.tenant_id = current_tenant() AND d.member_id = ${id} AND ${at} IS NOT NULL`;
  const got = Prisma.sql`coalesce(d.delivered_at, d.sent_at)`;
  return Prisma.sql`${of("announcement_got", got, "c")} UNION ALL ${of("announcement_read", Prisma.sql`d.read_at`, "d")}`;
}

function answers(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT 'answered', a.answered_at, b.announcement_id,
      coalesce(b.content ->> 'question', b.content ->> 'title', b.content ->> 'prize', b.content ->> 'label'), b.kind,
      'h' || a.block_id
    FROM block_answers a JOIN blocks b ON b.tenant_id = a.tenant_id AND b.id = a.block_id
    WHERE a.tenant_id = current_tenant() AND a.member_id = ${id}`;
}

function feedback(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT 'feedback', f.created_at, f.id, f.title, f.kind, 'e' || f.id
    FROM feedback f WHERE f.tenant_id = current_tenant() AND f.member_id = ${id}`;
}

function consents(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT CASE WHEN c.granted THEN 'consent_granted' ELSE 'consent_refused' END, c.at, NULL::uuid, c.source,
      c.channel || ' ' || c.purpose, 'f' || c.id
    FROM consents c WHERE c.tenant_id = current_tenant() AND c.member_id = ${id}`;
}

function notes(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT 'note', n.created_at, n.id, n.body, n.author_name, 'g' || n.id
    FROM member_notes n WHERE n.tenant_id = current_tenant() AND n.member_id = ${id}`;
}
