import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";
import { seatsSql } from "./audience-sql";
import type { SendingChannel } from "./channel-rules";
import { reachableSql, refusedSql } from "./channel-sql";
import type { SendingOccurrence } from "./channels/channel";

// What is said of a person, one bit each.
const SUSPENDED = 1;
const SEATED = 2;
const REFUSED = 4;
const REACHED = 8;
const NOT_IN_PORTAL = 16;

/**
 * The last look at people before they are sent something on a channel (X5): a row for each of the list `people` to whom it
 * may not go any more, with the first `reason` that fits, and in `falls` whether the portal may have them instead, where the
 * sending goes there too. Every source is asked once for the whole list, and what they say is stacked and grouped, not
 * joined: a look at each person by itself cost the database twice as much.
 */
export function stoppedSql(
  people: Prisma.Sql,
  channel: SendingChannel,
  { purpose, channels, ...scope }: SendingOccurrence,
): Prisma.Sql {
  const among = (rows: Prisma.Sql, mark: number) =>
    Prisma.sql`SELECT said.member_id, ${bit(mark)} FROM (${rows}) said WHERE said.member_id = ANY(${people})`;
  const isPortal = channel === "in_app";
  const hasPortal = !isPortal && channels.includes("in_app");
  const said = [
    Prisma.sql`SELECT id, ${bit(SUSPENDED)} FROM members WHERE id = ANY(${people}) AND suspended_at IS NOT NULL`,
    among(seatsSql(scope), SEATED),
    among(refusedSql(channel, purpose), REFUSED),
    ...(isPortal ? [] : [among(reachableSql(channel, { purpose, ...scope }, people), REACHED)]),
    ...(hasPortal ? [among(refusedSql("in_app", purpose), NOT_IN_PORTAL)] : []),
  ];
  const fine = isPortal ? SEATED : SEATED | REACHED;
  const mayFall = hasPortal ? Prisma.sql`marks & ${bit(NOT_IN_PORTAL)} = 0` : Prisma.sql`false`;
  return Prisma.sql`
    SELECT judged.member_id, judged.reason, judged.reason IN ('opted_out', 'no_channel') AND ${mayFall} AS falls FROM (
      SELECT looked.member_id, looked.marks, CASE
          WHEN marks & ${bit(SUSPENDED)} <> 0 THEN 'suspended'
          WHEN marks & ${bit(SEATED)} = 0 THEN 'membership_ended'
          WHEN marks & ${bit(REFUSED)} <> 0 THEN 'opted_out'
          WHEN marks & ${bit(fine)} <> ${bit(fine)} THEN 'no_channel'
        END AS reason
      FROM (
        SELECT stacked.member_id, bit_or(stacked.mark) AS marks FROM (
          SELECT listed.member_id, 0 AS mark FROM unnest(${people}) AS listed (member_id)
          ${Prisma.join(
            said.map((rows) => Prisma.sql`UNION ALL ${rows}`),
            " ",
          )}
        ) stacked GROUP BY stacked.member_id
      ) looked
    ) judged WHERE judged.reason IS NOT NULL`;
}

/** A number of ours as it stands in the statement: the planner need not guess it. */
function bit(mark: number): Prisma.Sql {
  return Prisma.raw(String(mark));
}
