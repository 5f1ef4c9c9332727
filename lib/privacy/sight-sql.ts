import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Sight } from "./types";

/** An instant of history; null is now. */
export type Instant = Date | null;
/** Whose sight is asked about, when, and within which communities (null: all, the staff included). */
export type SightOf = { memberId: string; at: Instant; sight: Sight; reach: readonly string[] | null };

export type SightRow = {
  kind: "member" | "staff";
  id: string;
  role: string | null;
  phone: boolean;
  reasons: { rule: string; roomId: string | null }[];
};

const at = (instant: Instant) =>
  instant === null ? Prisma.sql`'infinity'::timestamptz` : Prisma.sql`${instant}::timestamptz`;

/**
 * Everybody who sees a person at an instant, a row for each rule and room that lets them: the table P turned around, over
 * the tables as they were. `visibleFields` says the same for one pair, and a test compares both.
 */
function grantsSql({ memberId, at: instant, sight, reach }: SightOf): Prisma.Sql {
  const when = at(instant);
  const person = Prisma.sql`${memberId}::uuid`;
  const within = (community: Prisma.Sql) =>
    reach === null ? Prisma.sql`true` : Prisma.sql`${community} = ANY (${[...reach]}::uuid[])`;
  const rooms = Prisma.sql`(SELECT group_id FROM group_members_at(${when}) WHERE member_id = ${person})`;
  const houses = (role: Prisma.Sql) =>
    Prisma.sql`(SELECT community_id FROM community_members_at(${when}) WHERE member_id = ${person} AND ${role})`;
  const members = [
    Prisma.sql`
      SELECT 'member' AS kind, g.member_id AS id, NULL AS role, CASE g.role WHEN 'admin' THEN 'P4' ELSE 'P2' END AS rule,
        g.group_id AS room_id, true AS phone
      FROM group_members_at(${when}) g
      WHERE g.group_id IN ${rooms} AND g.member_id <> ${person} AND ${within(Prisma.sql`g.community_id`)}`,
    Prisma.sql`
      SELECT 'member', c.member_id, NULL, 'P6', c.community_id, true FROM community_members_at(${when}) c
      WHERE c.community_id IN ${houses(Prisma.sql`true`)} AND c.role = 'admin' AND c.member_id <> ${person}
        AND ${within(Prisma.sql`c.community_id`)}`,
    Prisma.sql`
      SELECT 'member', c.member_id, NULL, 'P10', c.community_id, false FROM community_members_at(${when}) c
      WHERE c.community_id IN ${houses(Prisma.sql`role = 'admin'`)} AND c.member_id <> ${person}
        AND ${within(Prisma.sql`c.community_id`)}`,
  ];
  const staff = [
    Prisma.sql`
      SELECT 'staff', s.staff_id, s.role, 'P7', NULL::uuid, true FROM staff_at(${when}) s WHERE s.role IN ('owner', 'admin')`,
    Prisma.sql`
      SELECT 'staff', s.staff_id, s.role, 'P8', g.community_id, false
      FROM staff_at(${when}) s JOIN staff_grants_at(${when}) g ON g.staff_id = s.staff_id
      WHERE s.role IN ('marketer', 'agent') AND g.community_id IN ${houses(Prisma.sql`true`)}`,
  ];
  const all = Prisma.join(reach === null ? [...members, ...staff] : members, " UNION ALL ");
  return sight === "phone" ? Prisma.sql`SELECT * FROM (${all}) x WHERE x.phone` : all;
}

/** How many see a person, by rule and room, the most first, and in all. */
export async function countSight(db: Db, of: SightOf) {
  const rows = await db.$queryRaw<{ rule: string | null; roomId: string | null; people: number }[]>`
    WITH grants AS MATERIALIZED (${grantsSql(of)})
    SELECT rule, room_id AS "roomId", count(DISTINCT (kind, id))::int AS people FROM grants
    GROUP BY GROUPING SETS ((rule, room_id), ()) ORDER BY 3 DESC, 1, 2`;
  const isSum = ({ rule }: { rule: string | null }) => rule === null;
  return { total: rows.find(isSum)?.people ?? 0, counts: rows.filter((row) => !isSum(row)) };
}

// By place and not by key: every page has to gather all grants anyway, and a key would name somebody whom the asker may
// not know.
export type Slice = { offset: number; limit: number };

/** A slice of those who see a person, staff last, each with the reasons. */
export function pageOfSight(db: Db, of: SightOf, { offset, limit }: Slice): Promise<SightRow[]> {
  return db.$queryRaw<SightRow[]>`
    SELECT ${viewerColumns} FROM (${grantsSql(of)}) g
    GROUP BY g.kind, g.id ORDER BY g.kind, g.id LIMIT ${limit} OFFSET ${offset}`;
}

const viewerColumns = Prisma.sql`g.kind, g.id, max(g.role) AS role, bool_or(g.phone) AS phone,
  json_agg(json_build_object('rule', g.rule, 'roomId', g.room_id) ORDER BY g.rule, g.room_id) AS reasons`;

/** A slice of those who see a person at one of two instants and not at the other, with the reasons of when they saw. */
export function pageOfSightChanges(
  db: Db,
  of: Omit<SightOf, "at">,
  { from, to, offset, limit }: { from: Instant; to: Instant } & Slice,
): Promise<(SightRow & { change: "gained" | "lost" })[]> {
  return db.$queryRaw`
    WITH before AS MATERIALIZED (${grantsSql({ ...of, at: from })}),
      later AS MATERIALIZED (${grantsSql({ ...of, at: to })}),
      moved AS (
        SELECT l.*, 'gained' AS change FROM later l
        WHERE NOT EXISTS (SELECT FROM before b WHERE b.kind = l.kind AND b.id = l.id)
        UNION ALL
        SELECT b.*, 'lost' FROM before b
        WHERE NOT EXISTS (SELECT FROM later l WHERE l.kind = b.kind AND l.id = b.id))
    SELECT ${viewerColumns}, g.change FROM moved g
    GROUP BY g.kind, g.id, g.change ORDER BY g.change, g.kind, g.id LIMIT ${limit} OFFSET ${offset}`;
}

/** How many came and went between two instants. */
export async function countSightChanges(
  db: Db,
  of: Omit<SightOf, "at">,
  span: { from: Instant; to: Instant },
) {
  const [row] = await db.$queryRaw<{ gained: number; lost: number; stayed: number }[]>`
    WITH before AS (SELECT DISTINCT kind, id FROM (${grantsSql({ ...of, at: span.from })}) b),
      later AS (SELECT DISTINCT kind, id FROM (${grantsSql({ ...of, at: span.to })}) l)
    SELECT count(*) FILTER (WHERE b.id IS NULL)::int AS gained, count(*) FILTER (WHERE l.id IS NULL)::int AS lost,
      count(*) FILTER (WHERE b.id IS NOT NULL AND l.id IS NOT NULL)::int AS stayed
    FROM before b FULL JOIN later l ON l.kind = b.kind AND l.id = b.id`;
  return row ?? { gained: 0, lost: 0, stayed: 0 };
}

/** Whether a person had a phone on record at an instant. */
export async function hadPhone(db: Db, memberId: string, instant: Instant): Promise<boolean> {
  const rows = await db.$queryRaw<{ one: number }[]>`
    SELECT 1 AS one FROM identifiers_at(${at(instant)}) WHERE member_id = ${memberId}::uuid AND kind = 'phone' LIMIT 1`;
  return rows.length > 0;
}
