import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { SendingChannel } from "./channel-rules";
import { relayedGroupSql } from "./queries/relayed-groups";
import type { Audience, Purpose } from "./types";

/**
 * Who can be reached by a channel at all: in the portal everybody, by push whoever turned it on on a device, by e-mail
 * whoever has an address that did not bounce, by WhatsApp whoever has a number and said yes: there silence is no consent. By
 * hand whoever sits in a group in which it is posted (A21). Rows of any member of the tenant, or with `among` only of the
 * people of that list: looked up person by person whatever a planner without statistics thinks of it (`OFFSET 0`), because
 * after an import it took all addresses of a kind for one.
 */
export function reachableSql(
  channel: SendingChannel,
  { purpose, ...scope }: { purpose: Purpose } & Pick<Audience, "communityIds" | "groupIds">,
  among?: Prisma.Sql,
): Prisma.Sql {
  const isListed = among ? Prisma.sql`member_id = ANY(${among})` : Prisma.sql`true`;
  const addresses = among
    ? Prisma.sql`(SELECT tenant_id, member_id, kind, bounced_at FROM identifiers WHERE ${isListed} OFFSET 0)`
    : Prisma.sql`identifiers`;
  switch (channel) {
    case "in_app":
      return Prisma.sql`SELECT id AS member_id FROM members WHERE ${among ? Prisma.sql`id = ANY(${among})` : Prisma.sql`true`}`;
    case "push":
      return Prisma.sql`SELECT member_id FROM push_subscriptions WHERE ${isListed}`;
    case "email":
      return Prisma.sql`SELECT i.member_id FROM ${addresses} i WHERE i.kind = 'email' AND i.bounced_at IS NULL`;
    case "whatsapp":
      return Prisma.sql`SELECT i.member_id FROM ${addresses} i JOIN (SELECT * FROM consent_current WHERE ${isListed}) c
        ON c.tenant_id = i.tenant_id AND c.member_id = i.member_id AND c.channel = 'whatsapp' AND c.purpose = ${purpose}
          AND c.granted
        WHERE i.kind IN ('phone', 'whatsapp')`;
    case "relay":
      return Prisma.sql`SELECT gm.member_id FROM group_members gm
        JOIN groups g ON g.tenant_id = gm.tenant_id AND g.id = gm.group_id AND g.archived_at IS NULL
        WHERE ${relayedGroupSql(scope)} AND ${among ? Prisma.sql`gm.member_id = ANY(${among})` : Prisma.sql`true`}`;
  }
}

/**
 * Everybody whose latest word on a channel and purpose is no (P16). An entry for `all` channels counts as one for this
 * channel; whoever said yes later is back.
 */
export function refusedSql(channel: SendingChannel, purpose: Purpose): Prisma.Sql {
  return Prisma.sql`
    SELECT no.member_id FROM consents no
    WHERE NOT no.granted AND no.purpose = ${purpose} AND no.channel IN (${channel}, 'all')
      AND NOT ${lastWordSql(Prisma.sql`no.member_id`, channel, purpose)}`;
}

/** The latest entry of one person's ledger for a channel and purpose: true where there is none. */
export function lastWordSql(memberId: Prisma.Sql, channel: SendingChannel, purpose: Purpose): Prisma.Sql {
  return Prisma.sql`coalesce((
    SELECT word.granted FROM consents word
    WHERE word.member_id = ${memberId} AND word.purpose = ${purpose} AND word.channel IN (${channel}, 'all')
    ORDER BY word.at DESC, word.id DESC LIMIT 1), true)`;
}
