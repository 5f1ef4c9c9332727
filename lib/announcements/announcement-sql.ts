import "server-only";
import { shownInPortalSql } from "@/lib/delivery/queries/shown-in-portal";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";

export type VisibleTo = {
  /** Communities whose announcements the viewer may see; null: all of them. */
  reach: readonly string[] | null;
  /** A member sees what was delivered to them. */
  memberId: string | null;
};

/** Ids of announcements that the viewer may see, newest first. */
export async function visibleIds(
  db: Db,
  viewer: VisibleTo,
  page: { statuses: readonly string[]; communityId: string | null; before: string | null; take: number },
): Promise<string[]> {
  const { statuses, communityId, before } = page;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM announcements a
    WHERE ${visibleSql(viewer)}
      ${statuses.length > 0 ? Prisma.sql`AND a.status = ANY(${[...statuses]})` : Prisma.empty}
      ${communityId ? inCommunitySql(viewer, communityId) : Prisma.empty}
      ${before ? Prisma.sql`AND a.id < ${before}::uuid` : Prisma.empty}
    ORDER BY a.id DESC LIMIT ${page.take}`;
  return rows.map((row) => row.id);
}

/** Whether the viewer may see this one. */
export async function isVisible(db: Db, viewer: VisibleTo, id: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM announcements a WHERE a.id = ${id}::uuid AND ${visibleSql(viewer)}`;
  return rows.length > 0;
}

/** A member finds by the communities they are in; another one's announcements are not told by it (P12). */
function inCommunitySql({ reach, memberId }: VisibleTo, communityId: string): Prisma.Sql {
  const named = Prisma.sql`AND ${communityId}::uuid = ANY(a.community_ids)`;
  if (memberId === null || reach?.includes(communityId)) return named;
  return Prisma.sql`${named} AND EXISTS (
    SELECT 1 FROM community_members c WHERE c.community_id = ${communityId}::uuid AND c.member_id = ${memberId}::uuid)`;
}

/** The condition on `announcements a` that keeps what a viewer may see. */
export function visibleSql({ reach, memberId }: VisibleTo): Prisma.Sql {
  if (reach === null) return Prisma.sql`true`;
  const inReach = Prisma.sql`a.community_ids <@ ${[...reach]}::uuid[]`;
  if (memberId === null) return inReach;
  return Prisma.sql`(${inReach} OR EXISTS (
    SELECT 1 FROM occurrences o JOIN deliveries d ON d.occurrence_id = o.id
    WHERE o.announcement_id = a.id AND o.retracted_at IS NULL AND d.member_id = ${memberId}::uuid
      AND ${shownInPortalSql}))`;
}
