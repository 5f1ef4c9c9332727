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

/** Which messages of `talk` somebody else replied to. */
export const ANSWERED = Prisma.sql`
  SELECT DISTINCT said.id FROM talk reply JOIN talk said ON said.id = reply.reply_to
  WHERE reply.author_id <> said.author_id`;

/** What is counted of the talk of a community, in one reading of it. `zone` is where its hours are. */
export async function countTalk(db: Db, asked: Asked & { zone: string }): Promise<TalkCounts> {
  const { communityId, window, zone } = asked;
  const [row] = await db.$queryRaw<TalkCounts[]>`
    WITH talk AS MATERIALIZED (${talkOf(asked)}),
    answered AS MATERIALIZED (${ANSWERED}),
    told AS MATERIALIZED (
      SELECT t.*, a.id IS NOT NULL AS is_answered,
        floor(extract(epoch FROM t.created_at - ${window.from}::timestamptz) / ${window.stepDays * 86_400}::int)::int AS step
      FROM talk t LEFT JOIN answered a ON a.id = t.id),
    authors AS MATERIALIZED (
      SELECT author_id, count(DISTINCT group_id) AS groups FROM talk GROUP BY author_id),
    steps AS (
      SELECT step, count(DISTINCT author_id) AS people, count(*) AS messages, count(*) FILTER (WHERE is_answered) AS answered
      FROM told GROUP BY step),
    rooms AS (
      SELECT g.id, g.name, count(DISTINCT t.author_id) AS people FROM groups g LEFT JOIN talk t ON t.group_id = g.id
      WHERE g.tenant_id = current_tenant() AND g.community_id = ${communityId}::uuid AND g.archived_at IS NULL
      GROUP BY g.id, g.name),
    hours AS (
      SELECT extract(isodow FROM created_at AT TIME ZONE ${zone})::int AS weekday,
        extract(hour FROM created_at AT TIME ZONE ${zone})::int AS hour, count(*) AS count FROM talk GROUP BY 1, 2)
    SELECT (SELECT count(*)::int FROM authors) AS people,
      (SELECT count(*)::int FROM authors a JOIN community_members c ON c.tenant_id = current_tenant()
        AND c.community_id = ${communityId}::uuid AND c.member_id = a.author_id) AS "membersWhoWrote",
      (SELECT count(*)::int FROM authors WHERE groups > 1) AS "inSeveralGroups",
      (SELECT count(*)::int FROM told) AS messages, (SELECT count(*)::int FROM answered) AS answered,
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
      SELECT f.*, EXISTS (SELECT FROM talk r WHERE r.reply_to = f.id AND r.author_id <> f.author_id
        AND r.created_at <= f.created_at + interval '1 day') AS is_answered FROM first f)`;
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
