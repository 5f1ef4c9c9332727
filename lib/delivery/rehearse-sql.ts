import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import { judgedSql, markedSql, verdictSql } from "./audience-sql";
import type { SendingChannel } from "./channel-rules";
import { relayedGroupSql } from "./queries/relayed-groups";
import type { Audience, LeftOutReason } from "./types";

/** So many people of an audience that share reason, channel and zone; each of the three may be null. */
type Share = {
  reason: LeftOutReason | null;
  channel: SendingChannel | null;
  zone: string | null;
  people: number;
  seats: number;
};
export type AudienceFigures = { shares: Share[]; lanes: number };

/** How many lanes an audience is in: of whole communities those that anybody is in (L5), of groups those of their people. */
function lanesSql({ communityIds, groupIds }: Audience): Prisma.Sql {
  if (groupIds.length === 0)
    return Prisma.sql`SELECT count(*)::int FROM lanes l WHERE l.community_id = ANY(${[...communityIds]}::uuid[])
      AND l.member_count > 0`;
  return Prisma.sql`SELECT count(*)::int FROM (
    SELECT DISTINCT cm.community_id, cm.lane FROM group_members g
    JOIN community_members cm ON cm.tenant_id = g.tenant_id AND cm.community_id = g.community_id AND cm.member_id = g.member_id
    WHERE g.group_id = ANY(${[...groupIds]}::uuid[]) AND cm.community_id = ANY(${[...communityIds]}::uuid[])) touched`;
}

/**
 * The audience in numbers, in one statement, so that they agree with each other: a few shares that sum to everybody. People
 * are counted by their marks, and each of the few kinds of people is judged once.
 */
export async function rehearseSql(db: Db, audience: Audience): Promise<AudienceFigures> {
  const rows = await db.$queryRaw<(Share & { lanes: number })[]>`
    SELECT ${verdictSql(audience)}, marked.zone, marked.people, marked.seats, (${lanesSql(audience)}) AS lanes
    FROM (
      SELECT alike.marks, alike.zone, count(*)::int AS people, sum(alike.seats)::int AS seats
      FROM (${markedSql(audience, true)}) alike GROUP BY alike.marks, alike.zone) marked`;
  return { shares: rows, lanes: rows[0]?.lanes ?? 0 };
}

/** In how many groups it would be posted by hand. */
export async function countRelayedGroups(db: Db, audience: Audience): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(DISTINCT gm.group_id)::int AS n
    FROM group_members gm JOIN groups g ON g.tenant_id = gm.tenant_id AND g.id = gm.group_id AND g.archived_at IS NULL
    WHERE ${relayedGroupSql(audience)} AND gm.member_id IN (
      SELECT judged.member_id FROM (${judgedSql(audience)}) judged WHERE judged.reason IS NULL AND judged.channel = 'relay')`;
  return row?.n ?? 0;
}

/** How many people would get it. */
export async function countPeople(db: Db, audience: Audience): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (${judgedSql(audience)}) judged WHERE judged.reason IS NULL`;
  return row?.n ?? 0;
}
