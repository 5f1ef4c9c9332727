import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { HourCount, Window } from "./rules";

export type TalkCounts = {
  people: number;
  /** Of them who are in the community now. */
  membersWhoWrote: number;
  inSeveralGroups: number;
  messages: number;
  answered: number;
  steps: { step: number; people: number; messages: number; answered: number }[];
  groups: { groupId: string; name: string; people: number }[];
  hours: HourCount[];
};

type Asked = { communityId: string; window: Window };

/** What members said in the groups of a community within a time, once read by the index of each group. */
export function talkOf({ communityId, window: { from, to } }: Asked): Prisma.Sql {
  return Prisma.sql`
    SELECT m.id, m.group_id, m.author_id, m.created_at, m.reply_to FROM groups g
    JOIN messages m ON m.tenant_id = g.tenant_id AND m.group_id = g.id
      AND m.created_at >= ${from}::timestamptz AND m.created_at < ${to}::timestamptz
    WHERE g.tenant_id = current_tenant() AND g.community_id = ${communityId}::uuid
      AND m.author_id IS NOT NULL AND NOT m.by_team AND m.removed_at IS NULL AND m.kind IN ('text', 'media')`;
}

/**
 * Whether somebody else, the team too, has replied to a message by the end of a time. By the index of replies: the planner knows
 * nothing of how much talk there is, and joined to itself 50,000 messages took minutes.
 */
export function isAnswered(message: Prisma.Sql, until: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM messages r WHERE r.tenant_id = current_tenant() AND r.reply_to = ${message}.id
    AND r.author_id <> ${message}.author_id AND r.removed_at IS NULL AND r.created_at < ${until})`;
}

/** What is counted of the talk of a community, in one reading of it. `zone` is where its hours are. */
export async function countTalk(db: Db, asked: Asked & { zone: string }): Promise<TalkCounts> {
  const { communityId, window, zone } = asked;
  const [row] = await db.$queryRaw<TalkCounts[]>`
    WITH talk AS MATERIALIZED (${talkOf(asked)}),
    answered AS MATERIALIZED (
      SELECT said.id FROM groups g
      JOIN messages r ON r.tenant_id = g.tenant_id AND r.group_id = g.id AND r.reply_to IS NOT NULL AND r.removed_at IS NULL
        AND r.created_at >= ${window.from}::timestamptz AND r.created_at < ${window.to}::timestamptz
      JOIN messages said ON said.tenant_id = r.tenant_id AND said.id = r.reply_to AND said.author_id <> r.author_id
      WHERE g.tenant_id = current_tenant() AND g.community_id = ${communityId}::uuid),
    told AS MATERIALIZED (
      SELECT t.author_id, t.id IN (SELECT id FROM answered) AS is_answered,
        floor(extract(epoch FROM t.created_at - ${window.from}::timestamptz) / ${window.stepDays * 86_400}::int)::int AS step
      FROM talk t),
    authors AS MATERIALIZED (
      SELECT author_id, count(DISTINCT group_id) AS groups FROM talk GROUP BY author_id),
    steps AS (
      SELECT step, count(DISTINCT author_id) AS people, count(*) AS messages, count(*) FILTER (WHERE is_answered) AS answered
      FROM told GROUP BY step),
    spoken AS MATERIALIZED (SELECT group_id, count(DISTINCT author_id) AS people FROM talk GROUP BY group_id),
    rooms AS (
      SELECT g.id, g.name, coalesce(s.people, 0) AS people FROM groups g LEFT JOIN spoken s ON s.group_id = g.id
      WHERE g.tenant_id = current_tenant() AND g.community_id = ${communityId}::uuid AND g.archived_at IS NULL),
    hours AS (
      SELECT extract(isodow FROM created_at AT TIME ZONE ${zone})::int AS weekday,
        extract(hour FROM created_at AT TIME ZONE ${zone})::int AS hour, count(*) AS count FROM talk GROUP BY 1, 2)
    SELECT (SELECT count(*)::int FROM authors) AS people,
      (SELECT count(*)::int FROM authors a JOIN community_members c ON c.tenant_id = current_tenant()
        AND c.community_id = ${communityId}::uuid AND c.member_id = a.author_id) AS "membersWhoWrote",
      (SELECT count(*)::int FROM authors WHERE groups > 1) AS "inSeveralGroups",
      (SELECT count(*)::int FROM told) AS messages, (SELECT count(*)::int FROM told WHERE is_answered) AS answered,
      (SELECT coalesce(jsonb_agg(s ORDER BY step), '[]') FROM steps s) AS steps,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('groupId', id, 'name', name, 'people', people) ORDER BY people DESC, name), '[]')
        FROM rooms) AS groups,
      (SELECT coalesce(jsonb_agg(h), '[]') FROM hours h) AS hours`;
  if (!row) throw new Error("a count of talk has no row");
  return row;
}

export type NewcomerCounts = { step: number; answered: number; unanswered: number };

/**
 * The first messages of people who came to the community within the time: who joined in it has said all in it. Which had a reply
 * of somebody else within a day; one that is younger and has none is not counted yet.
 */
export function firstMessages({ communityId, window }: Asked): Prisma.Sql {
  return Prisma.sql`
    first AS MATERIALIZED (
      SELECT DISTINCT ON (t.author_id) t.* FROM talk t
      JOIN community_members c ON c.tenant_id = current_tenant() AND c.community_id = ${communityId}::uuid
        AND c.member_id = t.author_id AND c.joined_at >= ${window.from}::timestamptz
      ORDER BY t.author_id, t.created_at, t.id),
    greeted AS (
      SELECT f.id, f.created_at,
        ${isAnswered(Prisma.sql`f`, Prisma.sql`f.created_at + interval '1 day'`)} AS is_answered FROM first f)`;
}

/** How many first messages of newcomers were answered, by the steps of the time. */
export function countNewcomers(db: Db, asked: Asked): Promise<NewcomerCounts[]> {
  const { window } = asked;
  return db.$queryRaw<NewcomerCounts[]>`
    WITH talk AS MATERIALIZED (${talkOf(asked)}), ${firstMessages(asked)}
    SELECT floor(extract(epoch FROM created_at - ${window.from}::timestamptz) / ${window.stepDays * 86_400}::int)::int AS step,
      count(*) FILTER (WHERE is_answered)::int AS answered, count(*) FILTER (WHERE NOT is_answered)::int AS unanswered
    FROM greeted WHERE is_answered OR created_at <= ${window.to}::timestamptz - interval '1 day' GROUP BY 1`;
}
