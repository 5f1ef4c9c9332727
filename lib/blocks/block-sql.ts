import "server-only";
import { shownInPortalSql } from "@/lib/delivery/queries/shown-in-portal";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";

/** Whether a sending with this block shows in a member's portal. */
export async function isShownTo(db: Db, blockId: string, memberId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM occurrences o JOIN deliveries d ON d.tenant_id = o.tenant_id AND d.occurrence_id = o.id
    WHERE o.tenant_id = current_tenant() AND o.block_id = ${blockId}::uuid AND o.retracted_at IS NULL
      AND d.member_id = ${memberId}::uuid AND ${shownInPortalSql} LIMIT 1`;
  return rows.length > 0;
}

export type LockedBlock = {
  closesAt: Date | null;
  closedAt: Date | null;
  startsAt: Date | null;
  drawnAt: Date | null;
};

/** Holds a block: `share` beside other answers, so that none comes in while it is closed; `update` alone. */
export async function lockBlock(
  db: Db,
  id: string,
  how: "share" | "update",
): Promise<LockedBlock | undefined> {
  const [row] = await db.$queryRaw<LockedBlock[]>`
    SELECT closes_at AS "closesAt", closed_at AS "closedAt", starts_at AS "startsAt", drawn_at AS "drawnAt"
    FROM blocks WHERE tenant_id = current_tenant() AND id = ${id}::uuid
    ${how === "update" ? Prisma.sql`FOR UPDATE` : Prisma.sql`FOR SHARE`}`;
  return row;
}

export type ChoiceRow = { blockId: string; choice: string | null; count: number };

/** How many chose what, and, where `choice` is null, how many answered at all. */
export async function countChoices(db: Db, blockIds: readonly string[]): Promise<ChoiceRow[]> {
  if (blockIds.length === 0) return [];
  return await db.$queryRaw`
    SELECT a.block_id AS "blockId", c.choice, count(*)::int AS count
    FROM block_answers a LEFT JOIN LATERAL (
      SELECT unnest(a.choices) AS choice UNION ALL SELECT NULL) c ON true
    WHERE a.tenant_id = current_tenant() AND a.block_id = ANY (${[...blockIds]}::uuid[])
    GROUP BY a.block_id, c.choice`;
}

/** The sum of the scores and how many gave one. */
export async function sumScores(db: Db, blockId: string): Promise<{ sum: number; count: number }> {
  const [row] = await db.$queryRaw<{ sum: number; count: number }[]>`
    SELECT coalesce(sum(score), 0)::int AS sum, count(score)::int AS count FROM block_answers
    WHERE tenant_id = current_tenant() AND block_id = ${blockId}::uuid`;
  return row ?? { sum: 0, count: 0 };
}

export async function countSeats(db: Db, blockId: string, butNot: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM block_answers
    WHERE tenant_id = current_tenant() AND block_id = ${blockId}::uuid AND choices @> '{yes}'
      AND member_id <> ${butNot}::uuid`;
  return row?.count ?? 0;
}

type Kept = {
  blockId: string;
  memberId: string;
  choices: readonly string[];
  ticket: string | null;
  now: Date;
};

/** Keeps an answer or changes it; a ticket stays the first. Another press of a button counts besides. */
export async function keepAnswer(db: Db, { blockId, memberId, choices, ticket, now }: Kept): Promise<void> {
  await db.$executeRaw`
    INSERT INTO block_answers (block_id, member_id, choices, ticket, answered_at, changed_at)
    VALUES (${blockId}::uuid, ${memberId}::uuid, ${[...choices]}::text[], ${ticket}, ${now}, ${now})
    ON CONFLICT (tenant_id, block_id, member_id)
    DO UPDATE SET choices = EXCLUDED.choices, changed_at = EXCLUDED.changed_at, presses = block_answers.presses + 1`;
}

/** All tickets of a giveaway, in order; the entries of nobody else. */
export async function listTickets(db: Db, blockId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ ticket: string }[]>`
    SELECT ticket FROM block_answers
    WHERE tenant_id = current_tenant() AND block_id = ${blockId}::uuid AND ticket IS NOT NULL
    ORDER BY ticket COLLATE "C"`;
  return rows.map(({ ticket }) => ticket);
}

/** Writes who won which prize, by the order of the winning tickets. */
export async function markWinners(db: Db, blockId: string, tickets: readonly string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE block_answers a SET won_place = w.place
    FROM unnest(${[...tickets]}::text[]) WITH ORDINALITY AS w (ticket, place)
    WHERE a.tenant_id = current_tenant() AND a.block_id = ${blockId}::uuid AND a.ticket = w.ticket`;
}

export type StoredAnswer = {
  memberId: string;
  choices: string[];
  score: number | null;
  ticket: string | null;
  wonPlace: number | null;
  answeredAt: Date;
};

type Wanted = {
  blockId: string;
  choice: string | null;
  hasWon: boolean;
  after: string | null;
  limit: number;
  isSeen: Prisma.Sql;
};

/** A page of answers by key, without those of people of whom the reader may not know (P12). */
export async function pageOfAnswers(db: Db, wanted: Wanted): Promise<StoredAnswer[]> {
  const { blockId, choice, hasWon, after, limit, isSeen } = wanted;
  return await db.$queryRaw<StoredAnswer[]>`
    SELECT a.member_id AS "memberId", a.choices, a.score, a.ticket, a.won_place AS "wonPlace",
      a.answered_at AS "answeredAt"
    FROM block_answers a
    WHERE a.tenant_id = current_tenant() AND a.block_id = ${blockId}::uuid AND ${isSeen}
      ${choice === null ? Prisma.empty : Prisma.sql`AND a.choices @> ARRAY[${choice}::text]`}
      ${hasWon ? Prisma.sql`AND a.won_place IS NOT NULL` : Prisma.empty}
      ${after === null ? Prisma.empty : Prisma.sql`AND a.member_id > ${after}::uuid`}
    ORDER BY a.member_id LIMIT ${limit}`;
}
