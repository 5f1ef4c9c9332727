import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Audience, AudienceExclusions, Purpose } from "./types";

/**
 * The one SQL of an audience, used by the rehearsal and by the freeze (A17): a row per person with the number of seats
 * and the reason for which they are left out, or null. The first reason that fits counts.
 */
export function judgedSql(audience: Audience): Prisma.Sql {
  return Prisma.sql`
    SELECT p.member_id, p.seats, CASE
        WHEN suspended.id IS NOT NULL THEN 'suspended'
        WHEN excluded.member_id IS NOT NULL THEN 'excluded'
        WHEN refused.member_id IS NOT NULL THEN 'opted_out'
      END AS reason
    FROM (${peopleSql(audience)}) p
    LEFT JOIN (${suspendedSql}) suspended ON suspended.id = p.member_id
    LEFT JOIN (${excludedSql(audience.exclude)}) excluded ON excluded.member_id = p.member_id
    LEFT JOIN (${optedOutSql(audience.purpose)}) refused ON refused.member_id = p.member_id`;
}

/** The seats of the audience: one row for each group (or community) that a person is in. */
export function seatsSql(scope: Pick<Audience, "communityIds" | "groupIds">): Prisma.Sql {
  return scope.groupIds.length > 0
    ? Prisma.sql`SELECT member_id FROM group_members WHERE group_id = ANY(${[...scope.groupIds]}::uuid[])`
    : Prisma.sql`SELECT member_id FROM community_members WHERE community_id = ANY(${[...scope.communityIds]}::uuid[])`;
}

/** One row a person (A4). A single room holds nobody twice, so nothing is grouped then. */
function peopleSql(audience: Audience): Prisma.Sql {
  const rooms = audience.groupIds.length || audience.communityIds.length;
  if (rooms === 1) return Prisma.sql`SELECT seat.member_id, 1 AS seats FROM (${seatsSql(audience)}) seat`;
  return Prisma.sql`SELECT seat.member_id, count(*)::int AS seats FROM (${seatsSql(audience)}) seat GROUP BY seat.member_id`;
}

const suspendedSql = Prisma.sql`SELECT id FROM members WHERE suspended_at IS NOT NULL`;

/**
 * Everybody whose latest word on in-app messages of this purpose is no (P16). An entry for `all` channels counts as one
 * for this channel; whoever said yes later is back.
 */
export function optedOutSql(purpose: Purpose): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT no.member_id FROM consents no
    WHERE NOT no.granted AND no.purpose = ${purpose} AND no.channel IN ('in_app', 'all')
      AND NOT EXISTS (SELECT 1 FROM consents later WHERE later.member_id = no.member_id AND later.purpose = no.purpose
        AND later.channel IN ('in_app', 'all') AND later.granted AND (later.at, later.id) > (no.at, no.id))`;
}

function excludedSql(exclude: AudienceExclusions): Prisma.Sql {
  const parts = [
    ...(exclude.groupIds?.length
      ? [
          Prisma.sql`SELECT member_id FROM group_members WHERE group_id = ANY(${[...exclude.groupIds]}::uuid[])`,
        ]
      : []),
    ...(exclude.receivedAnnouncementId
      ? [
          Prisma.sql`SELECT d.member_id FROM deliveries d JOIN occurrences o ON o.id = d.occurrence_id
            WHERE o.announcement_id = ${exclude.receivedAnnouncementId}::uuid AND d.status IN ('sent', 'delivered', 'read')`,
        ]
      : []),
    ...(exclude.didNotReadAnnouncementId
      ? [
          Prisma.sql`SELECT d.member_id FROM deliveries d JOIN occurrences o ON o.id = d.occurrence_id
            WHERE o.announcement_id = ${exclude.didNotReadAnnouncementId}::uuid AND d.status IN ('sent', 'delivered', 'read')
            GROUP BY d.member_id HAVING NOT bool_or(d.status = 'read')`,
        ]
      : []),
  ];
  if (parts.length === 0) return Prisma.sql`SELECT NULL::uuid AS member_id WHERE false`;
  return Prisma.sql`SELECT DISTINCT member_id FROM (${Prisma.join(parts, " UNION ALL ")}) x`;
}
