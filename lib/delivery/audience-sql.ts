import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Audience, AudienceExclusions, Purpose } from "./types";

/**
 * The one SQL of an audience, used by the rehearsal and by the freeze (A17): a row per person with the number of seats
 * and the reason for which they are left out, or null. The first reason that fits counts. Everything is stacked and
 * grouped once instead of joined: a join planned before fresh rows have statistics can be quadratic, this never is.
 */
export function judgedSql(audience: Audience): Prisma.Sql {
  return Prisma.sql`
    SELECT stacked.member_id, sum(stacked.seat)::int AS seats, CASE
        WHEN bool_or(stacked.mark = 1) THEN 'suspended'
        WHEN bool_or(stacked.mark = 2) THEN 'excluded'
        WHEN bool_or(stacked.mark = 3) THEN 'opted_out'
      END AS reason
    FROM (
      SELECT seats.member_id, 1 AS seat, 0 AS mark FROM (${seatsSql(audience)}) seats
      UNION ALL SELECT id, 0, 1 FROM members WHERE suspended_at IS NOT NULL
      UNION ALL SELECT excluded.member_id, 0, 2 FROM (${excludedSql(audience.exclude)}) excluded
      UNION ALL SELECT refused.member_id, 0, 3 FROM (${optedOutSql(audience.purpose)}) refused
    ) stacked
    GROUP BY stacked.member_id HAVING sum(stacked.seat) > 0`;
}

/**
 * The seats of the audience: one row for each group (or community) that a person is in. A group that has moved away from
 * the communities of the announcement is none of its audience any more (H5, A13).
 */
export function seatsSql(scope: Pick<Audience, "communityIds" | "groupIds">): Prisma.Sql {
  return scope.groupIds.length > 0
    ? Prisma.sql`SELECT member_id FROM group_members WHERE group_id = ANY(${[...scope.groupIds]}::uuid[])
        AND community_id = ANY(${[...scope.communityIds]}::uuid[])`
    : Prisma.sql`SELECT member_id FROM community_members WHERE community_id = ANY(${[...scope.communityIds]}::uuid[])`;
}

/**
 * Everybody whose latest word on in-app messages of this purpose is no (P16). An entry for `all` channels counts as one
 * for this channel; whoever said yes later is back.
 */
function optedOutSql(purpose: Purpose): Prisma.Sql {
  return Prisma.sql`
    SELECT no.member_id FROM consents no
    WHERE NOT no.granted AND no.purpose = ${purpose} AND no.channel IN ('in_app', 'all')
      AND NOT ${lastWordSql(Prisma.sql`no.member_id`, purpose)}`;
}

/** The latest entry of one person's ledger for in-app messages of a purpose: true where there is none. */
export function lastWordSql(memberId: Prisma.Sql, purpose: Purpose): Prisma.Sql {
  return Prisma.sql`coalesce((
    SELECT word.granted FROM consents word
    WHERE word.member_id = ${memberId} AND word.purpose = ${purpose} AND word.channel IN ('in_app', 'all')
    ORDER BY word.at DESC, word.id DESC LIMIT 1), true)`;
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
  return Prisma.join(parts, " UNION ALL ");
}
