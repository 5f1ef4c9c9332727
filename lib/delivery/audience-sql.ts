import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";
import { inOrderOfUse, type SendingChannel } from "./channel-rules";
import { reachableSql, refusedSql } from "./channel-sql";
import type { Audience, AudienceExclusions } from "./types";

/**
 * The one SQL of an audience, used by the rehearsal and by the freeze (A17): a row per person with the channel that is
 * theirs, and the reason for which they are left out, or null.
 */
export function judgedSql(audience: Audience): Prisma.Sql {
  return Prisma.sql`
    SELECT marked.member_id, ${verdictSql(audience)} FROM (${markedSql(audience)}) marked`;
}

/**
 * A row per person of an audience: their seats, and in `marks` a bit for each thing that is said of them. Everything is
 * stacked and grouped once instead of joined: a join planned before fresh rows have statistics can be quadratic, this
 * never is. `withZones`: the zone of each person too.
 */
export function markedSql(audience: Audience, withZones = false): Prisma.Sql {
  const marks = [
    ...generalMarks(audience),
    ...(audience.channels.length > 1 ? [orderMarks(inOrderOfUse(audience.channels))] : []),
    ...inOrderOfUse(audience.channels).flatMap((channel, place) => marksOf(channel, place, audience)),
  ];
  const zone = withZones ? Prisma.sql`max(stacked.zone)` : Prisma.sql`NULL::text`;
  return Prisma.sql`
    SELECT stacked.member_id, sum(stacked.seat)::int AS seats, bit_or(stacked.mark) AS marks, ${zone} AS zone
    FROM (
      SELECT seats.member_id, 1 AS seat, 0 AS mark, NULL::text AS zone FROM (${seatsSql(audience)}) seats
      ${Prisma.join(
        marks.map(
          (rows) =>
            Prisma.sql`UNION ALL SELECT rows.member_id, 0, rows.mark, NULL FROM (${rows}) rows (member_id, mark)`,
        ),
        " ",
      )}
      ${withZones ? Prisma.sql`UNION ALL SELECT id, 0, 0, timezone FROM members WHERE timezone IS NOT NULL` : Prisma.empty}
    ) stacked
    GROUP BY stacked.member_id HAVING sum(stacked.seat) > 0`;
}

/** The columns `channel` and `reason` of a row of `marked`: the first reason that fits counts. */
export function verdictSql({ channels }: Pick<Audience, "channels">): Prisma.Sql {
  const used = inOrderOfUse(channels);
  const channel = channelSql(used);
  const refusals = used.reduce((bits, _, place) => bits | bitsOf(place).refused, 0);
  return Prisma.sql`${channel} AS channel, CASE
    WHEN ${isMarked(SUSPENDED)} THEN 'suspended'
    WHEN ${isMarked(EXCLUDED)} THEN 'excluded'
    WHEN ${channel} IS NULL THEN CASE WHEN ${isMarked(refusals)} THEN 'opted_out' ELSE 'no_channel' END
    WHEN ${isMarked(FATIGUED)} THEN 'fatigue'
  END AS reason`;
}

// What a row of the stack says of its person, besides a seat: one bit each.
const SUSPENDED = 1;
const EXCLUDED = 2;
const FATIGUED = 4;

/** The same about one channel, by its place: two bits, and from `rank` on three for its place in the person's own order, 0 if it has none there. */
function bitsOf(place: number): { reached: number; refused: number; rank: number } {
  const first = 3 + 5 * place;
  return { reached: 1 << first, refused: 1 << (first + 1), rank: first + 2 };
}

/** A number of ours as it stands in the statement: the planner need not guess it. */
function number(bits: number): Prisma.Sql {
  return Prisma.raw(String(bits));
}

/** Whether any of these is said of a person. */
function isMarked(bits: number): Prisma.Sql {
  return Prisma.sql`marked.marks & ${number(bits)} <> 0`;
}

/** Who had as much since an instant as they should in a week (A18). */
function satedSql({ most, kind, since }: NonNullable<Audience["budget"]>): Prisma.Sql {
  const ofKind = kind ? Prisma.sql`AND o.kind = ${kind}` : Prisma.empty;
  return Prisma.sql`
    SELECT d.member_id FROM occurrences o JOIN deliveries d ON d.tenant_id = o.tenant_id AND d.occurrence_id = o.id
    WHERE o.started_at > ${since} AND o.retracted_at IS NULL ${ofKind} AND d.status NOT IN ('skipped', 'failed')
    GROUP BY d.member_id HAVING count(*) >= ${most}`;
}

/** What is said of people whatever the channel: rows of a person and a mark. */
function generalMarks({ exclude, budget }: Audience): Prisma.Sql[] {
  return [
    Prisma.sql`SELECT id, ${number(SUSPENDED)} FROM members WHERE suspended_at IS NOT NULL`,
    Prisma.sql`SELECT excluded.member_id, ${number(EXCLUDED)} FROM (${excludedSql(exclude)}) excluded`,
    ...(budget
      ? [Prisma.sql`SELECT sated.member_id, ${number(FATIGUED)} FROM (${satedSql(budget)}) sated`]
      : []),
  ];
}

/** The same of one channel. */
function marksOf(channel: SendingChannel, place: number, audience: Audience): Prisma.Sql[] {
  const { purpose } = audience;
  const refused = Prisma.sql`SELECT refused.member_id, ${number(bitsOf(place).refused)} FROM (${refusedSql(channel, purpose)}) refused`;
  const reached =
    channel === "in_app"
      ? []
      : [
          Prisma.sql`SELECT reached.member_id, ${number(bitsOf(place).reached)} FROM (${reachableSql(channel, audience)}) reached`,
        ];
  return [refused, ...reached];
}

/** The places of the channels in the order of those who chose one. */
function orderMarks(channels: readonly SendingChannel[]): Prisma.Sql {
  const ranks = channels.map(
    (channel, place) =>
      Prisma.sql`coalesce(array_position(channel_order, ${channel}), 0) << ${number(bitsOf(place).rank)}`,
  );
  return Prisma.sql`SELECT id, ${Prisma.join(ranks, " | ")} FROM members WHERE channel_order <> '{}'`;
}

/** The one channel of a person: of those that reach them and that they did not refuse the first of their own order, else of the usual one. */
function channelSql(channels: readonly SendingChannel[]): Prisma.Sql {
  const isOpen = (channel: SendingChannel, place: number) => {
    const { reached, refused } = bitsOf(place);
    const wanted = channel === "in_app" ? 0 : reached;
    return Prisma.sql`marked.marks & ${number(wanted | refused)} = ${number(wanted)}`;
  };
  const [only] = channels;
  if (only && channels.length === 1) return Prisma.sql`CASE WHEN ${isOpen(only, 0)} THEN ${only} END`;
  // The rank in the higher bits decides, the usual place in the lower three where there is none, and names the channel.
  const places = channels.map(
    (channel, place) => Prisma.sql`CASE WHEN ${isOpen(channel, place)} THEN
      coalesce(nullif(marked.marks >> ${number(bitsOf(place).rank)} & 7, 0), 7) << 3 | ${number(place)} END`,
  );
  return Prisma.sql`(${[...channels]}::text[])[(least(${Prisma.join(places)}) & 7) + 1]`;
}

/**
 * The seats of the audience: one row for each group (or community) that a person is in. A group that has moved away from
 * the communities of the announcement is none of its audience any more (H5, A13).
 */
export function seatsSql(
  scope: Pick<Audience, "communityIds" | "groupIds"> &
    Partial<Pick<Audience, "segment" | "unreadOf" | "missedOf">>,
): Prisma.Sql {
  const parts = [
    ...(scope.segment ? [Prisma.sql`AND member_id IN (${scope.segment})`] : []),
    ...(scope.unreadOf ? [Prisma.sql`AND member_id IN (${unreadSql(scope.unreadOf)})`] : []),
    ...(scope.missedOf ? [Prisma.sql`AND member_id NOT IN (${receivedSql(scope.missedOf)})`] : []),
  ];
  const narrowed = parts.length > 0 ? Prisma.join(parts, " ") : Prisma.empty;
  return scope.groupIds.length > 0
    ? Prisma.sql`SELECT member_id FROM group_members WHERE group_id = ANY(${[...scope.groupIds]}::uuid[])
        AND community_id = ANY(${[...scope.communityIds]}::uuid[]) ${narrowed}`
    : Prisma.sql`SELECT member_id FROM community_members WHERE community_id = ANY(${[...scope.communityIds]}::uuid[]) ${narrowed}`;
}

/** Who got an announcement and is not known to have read it (A9, A15). */
function unreadSql(announcementId: string): Prisma.Sql {
  return Prisma.sql`SELECT d.member_id FROM deliveries d JOIN occurrences o ON o.id = d.occurrence_id
    WHERE o.announcement_id = ${announcementId}::uuid AND d.status IN ('sent', 'delivered', 'unknown', 'read')
    GROUP BY d.member_id HAVING NOT bool_or(d.status = 'read')`;
}

/** Whom an announcement reached, or may have reached: nobody knows (A16). */
function receivedSql(announcementId: string): Prisma.Sql {
  return Prisma.sql`SELECT d.member_id FROM deliveries d JOIN occurrences o ON o.id = d.occurrence_id
    WHERE o.announcement_id = ${announcementId}::uuid AND d.status IN ('sending', 'sent', 'delivered', 'unknown', 'read')`;
}

function excludedSql(exclude: AudienceExclusions): Prisma.Sql {
  const parts = [
    ...(exclude.groupIds?.length
      ? [
          Prisma.sql`SELECT member_id FROM group_members WHERE group_id = ANY(${[...exclude.groupIds]}::uuid[])`,
        ]
      : []),
    ...(exclude.segments ?? []),
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
