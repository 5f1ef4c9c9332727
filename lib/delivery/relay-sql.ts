import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import { seatsSql } from "./audience-sql";
import { lastWordSql } from "./channel-sql";
import type { SendingOccurrence } from "./channels/channel";

const PERSON = Prisma.sql`b.member_id`;

/** Why somebody is left out at the last look (X5), `otherwise` for whom nothing speaks against it. */
function reasonSql(occurrence: SendingOccurrence, otherwise: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE
      WHEN (SELECT m.suspended_at IS NOT NULL FROM members m WHERE m.id = ${PERSON}) THEN 'suspended'
      WHEN NOT EXISTS (SELECT 1 FROM (${seatsSql(occurrence)}) s WHERE s.member_id = ${PERSON}) THEN 'membership_ended'
      WHEN NOT ${lastWordSql(PERSON, "relay", occurrence.purpose)} THEN 'opted_out'
      ELSE ${otherwise} END`;
}

/** The open deliveries by hand of an occurrence that is being sent, locked in key order and before the occurrence, as everywhere. */
function batchSql({ id }: SendingOccurrence, only: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT d.member_id FROM deliveries d
    WHERE d.occurrence_id = ${id}::uuid AND d.channel = 'relay' AND d.status = 'queued' AND ${only}
      AND (SELECT o.status FROM occurrences o WHERE o.id = ${id}::uuid) = 'sending'
    ORDER BY d.member_id FOR NO KEY UPDATE OF d`;
}

const inGroups = (groupIds: readonly string[]) => Prisma.sql`EXISTS (
  SELECT 1 FROM group_members gm WHERE gm.tenant_id = d.tenant_id AND gm.member_id = d.member_id
    AND gm.group_id = ANY(${[...groupIds]}::uuid[]))`;

/** Whether a person may get it in the portal instead, when only their refusal of this channel or nobody's posting stands between. */
function fallsSql({ channels, purpose }: SendingOccurrence): Prisma.Sql {
  return channels.includes("in_app") ? lastWordSql(PERSON, "in_app", purpose) : Prisma.sql`false`;
}

/** Of a row judged `j`: it goes into the portal. */
const FALLS = Prisma.sql`(j.reason IN ('opted_out', 'not_posted') AND j.falls)`;

type Batch = { batch: Prisma.Sql; otherwise: Prisma.Sql };

/** Judges a batch, marks it and moves the counters, in one statement. @returns how many rows changed */
async function decide(db: Db, occurrence: SendingOccurrence, { batch, otherwise }: Batch): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    WITH batch AS MATERIALIZED (${batch}),
    judged AS MATERIALIZED (
      SELECT b.member_id, ${reasonSql(occurrence, otherwise)} AS reason, ${fallsSql(occurrence)} AS falls FROM batch b
    ), marked AS (
      UPDATE deliveries d SET attempts = d.attempts + 1, reason = j.reason,
        status = CASE WHEN j.reason IS NULL THEN 'sent' WHEN ${FALLS} THEN 'queued' ELSE 'skipped' END,
        sent_at = CASE WHEN j.reason IS NULL THEN now() END,
        channel = CASE WHEN ${FALLS} THEN 'in_app' ELSE d.channel END
      FROM judged j
      WHERE d.occurrence_id = ${occurrence.id}::uuid AND d.member_id = j.member_id
        AND d.member_id = ANY((SELECT array_agg(member_id) FROM batch)::uuid[])
      RETURNING d.status
    ), delta AS (
      SELECT count(*)::int AS n, count(*) FILTER (WHERE status = 'sent')::int AS sent,
        count(*) FILTER (WHERE status = 'skipped')::int AS skipped FROM marked
    ), counted AS (
      UPDATE occurrences o SET queued = o.queued - delta.sent - delta.skipped, sent = o.sent + delta.sent,
        skipped = o.skipped + delta.skipped
      FROM delta WHERE o.id = ${occurrence.id}::uuid AND delta.sent + delta.skipped > 0
    )
    SELECT n FROM delta`;
  return row?.n ?? 0;
}

/**
 * What was posted in these groups has reached the people of the frozen audience who sit there; who left, was suspended or said no
 * meanwhile is left out.
 */
export function markPosted(
  db: Db,
  occurrence: SendingOccurrence,
  groupIds: readonly string[],
): Promise<number> {
  return decide(db, occurrence, {
    batch: batchSql(occurrence, inGroups(groupIds)),
    otherwise: Prisma.sql`NULL`,
  });
}

/**
 * Whom no group reaches any more in which it may still be posted, `openIds`: they get it in the portal instead where the sending goes
 * there too and they did not refuse it, else they are skipped.
 */
export function giveUpUnposted(
  db: Db,
  occurrence: SendingOccurrence,
  openIds: readonly string[],
): Promise<number> {
  return decide(db, occurrence, {
    batch: batchSql(occurrence, Prisma.sql`NOT ${inGroups(openIds)}`),
    otherwise: Prisma.sql`'not_posted'`,
  });
}
