import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";

type StoredDelivery = {
  memberId: string;
  channel: string;
  status: string;
  reason: string | null;
  attempts: number;
  sentAt: Date | null;
  deliveredAt: Date | null;
  readAt: Date | null;
};
type Wanted = {
  occurrenceId: string;
  statuses: readonly string[] | null;
  after: string | null;
  limit: number;
  /** Whether the reader may know of the person: a condition on `d.member_id`. */
  isSeen: Prisma.Sql;
};

/** A page of an occurrence's deliveries by key, without people of whom the reader may not know (P12). */
export function pageOfDeliveries(db: Db, { occurrenceId, statuses, after, limit, isSeen }: Wanted) {
  const only = statuses === null ? Prisma.sql`true` : Prisma.sql`d.status = ANY (${[...statuses]}::text[])`;
  const next = after === null ? Prisma.sql`true` : Prisma.sql`d.member_id > ${after}::uuid`;
  return db.$queryRaw<StoredDelivery[]>`
    SELECT d.member_id AS "memberId", d.channel, d.status, d.reason, d.attempts, d.sent_at AS "sentAt",
      d.delivered_at AS "deliveredAt", d.read_at AS "readAt"
    FROM deliveries d
    WHERE d.tenant_id = current_tenant() AND d.occurrence_id = ${occurrenceId}::uuid AND ${only} AND ${next} AND ${isSeen}
    ORDER BY d.member_id LIMIT ${limit}`;
}
