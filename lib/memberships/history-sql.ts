import "server-only";
import type { MembershipRole } from "@/lib/communities/types";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { ChangeKind } from "./types";

export type Span = { communityId: string; from: Date; to: Date | null };
export type ChangeRow = {
  change: ChangeKind;
  memberId: string;
  /** Of the community itself where it is its id. */
  placeId: string;
  before: MembershipRole | null;
  after: MembershipRole | null;
};
export type ChangePlace = { placeId: string; memberId: string } | null;

/** Who was where with which role at two instants, in a community and its rooms, where both differ; `to` null is now. */
function changesSql({ communityId, from, to }: Span): Prisma.Sql {
  const at = (instant: Date | null) => {
    const when = instant === null ? Prisma.sql`'infinity'::timestamptz` : Prisma.sql`${instant}::timestamptz`;
    return Prisma.sql`
      SELECT community_id AS place_id, member_id, role FROM community_members_at(${when})
      WHERE community_id = ${communityId}::uuid
      UNION ALL
      SELECT group_id, member_id, role FROM group_members_at(${when}) WHERE community_id = ${communityId}::uuid`;
  };
  return Prisma.sql`
    SELECT CASE WHEN b.role IS NULL THEN 'joined' WHEN l.role IS NULL THEN 'left' ELSE 'role' END AS change,
      coalesce(l.place_id, b.place_id) AS place_id, coalesce(l.member_id, b.member_id) AS member_id, b.role AS before,
      l.role AS after
    FROM (${at(from)}) b FULL JOIN (${at(to)}) l ON l.place_id = b.place_id AND l.member_id = b.member_id
    WHERE b.role IS DISTINCT FROM l.role`;
}

/** A page of the differences, by place and person. */
export function pageOfChanges(
  db: Db,
  span: Span,
  { after, limit }: { after: ChangePlace; limit: number },
): Promise<ChangeRow[]> {
  const beyond = after
    ? Prisma.sql`WHERE (c.place_id, c.member_id) > (${after.placeId}::uuid, ${after.memberId}::uuid)`
    : Prisma.empty;
  return db.$queryRaw<ChangeRow[]>`
    SELECT c.change, c.place_id AS "placeId", c.member_id AS "memberId", c.before, c.after
    FROM (${changesSql(span)}) c ${beyond} ORDER BY c.place_id, c.member_id LIMIT ${limit}::int`;
}

/** How many places were taken, left, and held with another role. */
export async function countChanges(db: Db, span: Span): Promise<Record<ChangeKind, number>> {
  const rows = await db.$queryRaw<{ change: ChangeKind; count: number }[]>`
    SELECT c.change, count(*)::int AS count FROM (${changesSql(span)}) c GROUP BY c.change`;
  const of = (kind: ChangeKind) => rows.find(({ change }) => change === kind)?.count ?? 0;
  return { joined: of("joined"), left: of("left"), role: of("role") };
}
