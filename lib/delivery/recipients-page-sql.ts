import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { ReasonCount } from "./recipient-types";

export type StoredRecipient = { memberId: string; channel: string; status: string; reason: string | null };

type Wanted = {
  occurrenceId: string;
  statuses: readonly string[] | null;
  reason: string | null;
  after: string | null;
  limit: number;
  /** Whether the reader may know of the person: a condition on `d.member_id`. */
  isSeen: Prisma.Sql;
};

/** A page of the people of a sending by key, of one state or one reason, without those of whom the reader may not know (P12). */
export function pageOfRecipients(db: Db, wanted: Wanted) {
  const { occurrenceId, statuses, reason, after, limit, isSeen } = wanted;
  return db.$queryRaw<StoredRecipient[]>`
    SELECT d.member_id AS "memberId", d.channel, d.status, d.reason FROM deliveries d
    WHERE d.tenant_id = current_tenant() AND d.occurrence_id = ${occurrenceId}::uuid AND ${isSeen}
      ${statuses ? Prisma.sql`AND d.status = ANY (${[...statuses]}::text[])` : Prisma.empty}
      ${reason === null ? Prisma.empty : Prisma.sql`AND d.reason = ${reason}`}
      ${after === null ? Prisma.empty : Prisma.sql`AND d.member_id > ${after}::uuid`}
    ORDER BY d.member_id LIMIT ${limit}`;
}

/** Why it did not reach some, each with how many. */
export function countReasons(db: Db, occurrenceId: string) {
  return db.$queryRaw<ReasonCount[]>`
    SELECT d.status, d.reason, count(*)::int AS count FROM deliveries d
    WHERE d.tenant_id = current_tenant() AND d.occurrence_id = ${occurrenceId}::uuid
      AND d.status IN ('failed', 'skipped', 'unknown')
    GROUP BY d.status, d.reason ORDER BY count DESC, d.status, d.reason`;
}
