import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import { withinReachSql } from "./reach-sql";
import type { InboxView } from "./rules";
import type { ConversationStatus, InboxChannel } from "./types";

export type ConversationRecord = {
  id: string;
  memberId: string;
  channel: InboxChannel;
  status: ConversationStatus;
  snoozedUntil: Date | null;
  assigneeId: string | null;
  movedAt: Date;
  lastPosition: number;
  waitingSince: Date | null;
  replyDueAt: Date | null;
  task: string | null;
  taskDueAt: Date | null;
  createdAt: Date;
  /** By which it stands where it stands in the view. */
  sortedAt: Date;
  lastKind: "in" | "out" | null;
  lastWords: string | null;
};

export type Wanted = {
  view: InboxView | null;
  /** The reader, whose own the view `mine` shows. */
  staffId: string | null;
  reach: readonly string[] | null;
  now: Date;
  labelId?: string | undefined;
  channel?: InboxChannel | undefined;
  memberId?: string | undefined;
  id?: string | undefined;
};
export type ListPlace = { at: Date; id: string };

const MOST_WORDS = 160;

/** By which column a view goes, and whether the earliest comes first. */
const ORDERS = {
  moved: { column: Prisma.sql`c.moved_at`, isAscending: false },
  reply: { column: Prisma.sql`c.reply_due_at`, isAscending: true },
  task: { column: Prisma.sql`c.task_due_at`, isAscending: true },
} as const;

function orderOf(view: InboxView | null) {
  if (view === "overdue") return ORDERS.reply;
  return view === "tasks" ? ORDERS.task : ORDERS.moved;
}

function ofView({ view, staffId, now }: Wanted): Prisma.Sql {
  switch (view) {
    case null:
      return Prisma.sql`true`;
    case "mine":
      return Prisma.sql`c.status = 'open' AND c.assignee_id = ${staffId}::uuid`;
    case "unassigned":
      return Prisma.sql`c.status = 'open' AND c.assignee_id IS NULL`;
    case "overdue":
      return Prisma.sql`c.status = 'open' AND c.reply_due_at < ${now}`;
    case "tasks":
      return Prisma.sql`c.task_due_at IS NOT NULL`;
    case "open":
    case "snoozed":
    case "closed":
      return Prisma.sql`c.status = ${Prisma.raw(`'${view}'`)}`;
  }
}

function wantedSql(wanted: Wanted): Prisma.Sql {
  const { labelId, channel, memberId, id, reach } = wanted;
  return Prisma.join(
    [
      Prisma.sql`c.tenant_id = current_tenant()`,
      ofView(wanted),
      withinReachSql(reach),
      ...(id ? [Prisma.sql`c.id = ${id}::uuid`] : []),
      ...(memberId ? [Prisma.sql`c.member_id = ${memberId}::uuid`] : []),
      ...(channel ? [Prisma.sql`c.channel = ${channel}`] : []),
      ...(labelId
        ? [
            Prisma.sql`EXISTS (SELECT FROM inbox_labelled l WHERE l.tenant_id = c.tenant_id
              AND l.conversation_id = c.id AND l.label_id = ${labelId}::uuid)`,
          ]
        : []),
    ],
    " AND ",
  );
}

/** A page of conversations with what was said last in each, walked along the index of the view. */
export function selectConversations(
  db: Db,
  wanted: Wanted,
  { after, limit }: { after: ListPlace | null; limit: number },
): Promise<ConversationRecord[]> {
  const { column, isAscending } = orderOf(wanted.view);
  const direction = isAscending ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const beyond = isAscending ? Prisma.sql`>` : Prisma.sql`<`;
  const from = after
    ? Prisma.sql`AND (${column}, c.id) ${beyond} (${after.at}, ${after.id}::uuid)`
    : Prisma.empty;
  return db.$queryRaw<ConversationRecord[]>`
    SELECT p.*, last.kind AS "lastKind", left(last.body, ${MOST_WORDS}) AS "lastWords"
    FROM (
      SELECT c.id, c.member_id AS "memberId", c.channel, c.status, c.snoozed_until AS "snoozedUntil",
        c.assignee_id AS "assigneeId", c.moved_at AS "movedAt", c.last_position AS "lastPosition",
        c.waiting_since AS "waitingSince", c.reply_due_at AS "replyDueAt", c.task, c.task_due_at AS "taskDueAt",
        c.created_at AS "createdAt", ${column} AS "sortedAt"
      FROM inbox_conversations c WHERE ${wantedSql(wanted)} ${from}
      ORDER BY ${column} ${direction}, c.id ${direction} LIMIT ${whole(limit)}) p
    LEFT JOIN LATERAL (
      SELECT m.kind, m.body FROM inbox_messages m
      WHERE m.tenant_id = current_tenant() AND m.conversation_id = p.id AND m.kind IN ('in', 'out')
      ORDER BY m.position DESC LIMIT 1) last ON true
    ORDER BY p."sortedAt" ${direction}, p.id ${direction}`;
}

/**
 * A number as it stands, no parameter: a plan that is kept for all tenants and pages then knows how little is asked for, and
 * walks the index of the view instead of reading everybody.
 */
function whole(count: number): Prisma.Sql {
  return Prisma.raw(String(Math.trunc(count)));
}

/** How many conversations each of these finds, counted as far as `most`, in one question. */
export async function countUpTo(db: Db, wanted: readonly Wanted[], most: number): Promise<number[]> {
  const counts = wanted.map(
    (each) => Prisma.sql`(SELECT count(*)::int FROM (
      SELECT 1 FROM inbox_conversations c WHERE ${wantedSql(each)} LIMIT ${whole(most)}) found)`,
  );
  const [row] = await db.$queryRaw<{ counts: number[] }[]>`SELECT ARRAY[${Prisma.join(counts)}] AS counts`;
  return row?.counts ?? [];
}
