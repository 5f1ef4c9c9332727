import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { RowsKind, Window } from "./rules";
import { firstMessages, isAnswered, talkOf } from "./talk-sql";

export type RowFound = {
  /** With the instant it is the row's place in the list. */
  key: string;
  memberId: string | null;
  groupId: string | null;
  groupName: string | null;
  messageId: string | null;
  words: string | null;
  messages: number | null;
  groups: number | null;
  isAnswered: boolean | null;
  at: Date;
};

type Asked = { communityId: string; window: Window };
export type RowsPage = Asked & {
  kind: RowsKind;
  before: { at: string; key: string } | null;
  limit: number;
};

/** A page of the rows behind a number, the latest first, by key. */
export function selectRows(db: Db, { kind, before, limit, ...asked }: RowsPage): Promise<RowFound[]> {
  const { withs, from } = SOURCES[kind](asked);
  const place = before
    ? Prisma.sql`WHERE (at, key) < (${before.at}::timestamptz, ${before.key}::uuid)`
    : Prisma.empty;
  return db.$queryRaw<RowFound[]>`
    WITH ${withs} rows AS (${from})
    SELECT r.key, r."memberId", r."groupId", g.name AS "groupName", r."messageId", r.words, r.messages, r.groups, r."isAnswered", r.at
    FROM (SELECT * FROM rows ${place} ORDER BY at DESC, key DESC LIMIT ${limit}) r
    LEFT JOIN groups g ON g.tenant_id = current_tenant() AND g.id = r."groupId"
    ORDER BY r.at DESC, r.key DESC`;
}

type Source = { withs: Prisma.Sql; from: Prisma.Sql };

const NOTHING = {
  message: Prisma.sql`NULL::uuid AS "groupId", NULL::uuid AS "messageId", NULL::text AS words`,
  counts: Prisma.sql`NULL::int AS messages, NULL::int AS groups`,
  answer: Prisma.sql`NULL::boolean AS "isAnswered"`,
};
const SAID = Prisma.sql`m.group_id AS "groupId", m.id AS "messageId", left(m.body, 200) AS words`;

const SOURCES: Record<RowsKind, (asked: Asked) => Source> = {
  posted: (asked) => ({
    withs: Prisma.sql`talk AS MATERIALIZED (${talkOf(asked)}),`,
    from: Prisma.sql`
      SELECT author_id AS key, author_id AS "memberId", ${NOTHING.message}, count(*)::int AS messages,
        count(DISTINCT group_id)::int AS groups, ${NOTHING.answer}, max(created_at) AS at FROM talk GROUP BY author_id`,
  }),
  unanswered: (asked) => ({
    withs: Prisma.sql`talk AS MATERIALIZED (${talkOf(asked)}),`,
    from: Prisma.sql`
      SELECT m.id AS key, m.author_id AS "memberId", ${SAID}, ${NOTHING.counts}, false AS "isAnswered", m.created_at AS at
      FROM talk t JOIN messages m ON m.tenant_id = current_tenant() AND m.id = t.id
      WHERE NOT ${isAnswered(Prisma.sql`t`, Prisma.sql`${asked.window.to}::timestamptz`)}`,
  }),
  newcomers: (asked) => ({
    withs: Prisma.sql`talk AS MATERIALIZED (${talkOf(asked)}), ${firstMessages(asked)},`,
    from: Prisma.sql`
      SELECT m.id AS key, m.author_id AS "memberId", ${SAID}, ${NOTHING.counts}, f.is_answered AS "isAnswered", m.created_at AS at
      FROM greeted f JOIN messages m ON m.tenant_id = current_tenant() AND m.id = f.id`,
  }),
  joined: (asked) => ({ withs: Prisma.empty, from: eventsOf(asked, ["joined"]) }),
  left: (asked) => ({ withs: Prisma.empty, from: eventsOf(asked, ["left", "removed"]) }),
};

function eventsOf({ communityId, window: { from, to } }: Asked, events: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT id AS key, member_id AS "memberId", ${NOTHING.message}, ${NOTHING.counts}, ${NOTHING.answer}, at
    FROM membership_events
    WHERE tenant_id = current_tenant() AND community_id = ${communityId}::uuid AND group_id IS NULL
      AND at >= ${from}::timestamptz AND at < ${to}::timestamptz AND event = ANY (${[...events]}::text[])`;
}
