import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import { judgedSql } from "./audience-sql";
import type { SendingChannel } from "./channel-rules";
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

/** The places in lanes that the seats of an audience stand for. */
function lanesSql({ communityIds, groupIds }: Audience): Prisma.Sql {
  const inGroups = Prisma.sql`JOIN group_members g ON g.tenant_id = cm.tenant_id AND g.community_id = cm.community_id
    AND g.member_id = cm.member_id AND g.group_id = ANY(${[...groupIds]}::uuid[])`;
  return Prisma.sql`community_members cm ${groupIds.length > 0 ? inGroups : Prisma.empty}
    WHERE cm.community_id = ANY(${[...communityIds]}::uuid[])`;
}

/** The audience in numbers, in one statement, so that they agree with each other: a few shares that sum to everybody. */
export async function rehearseSql(db: Db, audience: Audience): Promise<AudienceFigures> {
  const rows = await db.$queryRaw<(Share & { lanes: number })[]>`
    SELECT judged.reason, judged.channel, judged.zone, count(*)::int AS people, sum(judged.seats)::int AS seats, (
        SELECT count(*)::int FROM (SELECT DISTINCT cm.community_id, cm.lane FROM ${lanesSql(audience)}) touched) AS lanes
    FROM (${judgedSql(audience, true)}) judged
    GROUP BY judged.reason, judged.channel, judged.zone`;
  return { shares: rows, lanes: rows[0]?.lanes ?? 0 };
}

/** How many people would get it. */
export async function countPeople(db: Db, audience: Audience): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (${judgedSql(audience)}) judged WHERE judged.reason IS NULL`;
  return row?.n ?? 0;
}
