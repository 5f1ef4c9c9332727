import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import { judgedSql } from "./audience-sql";
import type { Audience, LocalStarts } from "./types";

/**
 * Writes the delivery rows of an occurrence in one statement, ordered as their key, and says how many. The primary key
 * (occurrence × member) is the promise of "exactly once" (A8). With `starts` each row waits for the time in its person's zone.
 */
export async function insertDeliveries(
  db: Db,
  occurrenceId: string,
  audience: Audience,
  starts: LocalStarts | null,
): Promise<number> {
  const notBefore = starts
    ? Prisma.sql`coalesce((
        SELECT s.at FROM unnest(${starts.zones.map(({ zone }) => zone)}::text[], ${starts.zones.map(({ at }) => at)}::timestamptz[])
          AS s (zone, at) JOIN members m ON m.timezone = s.zone WHERE m.id = judged.member_id), ${starts.otherwise}::timestamptz)`
    : Prisma.sql`NULL::timestamptz`;
  return await db.$executeRaw`
    INSERT INTO deliveries (tenant_id, occurrence_id, member_id, channel, not_before)
    SELECT (SELECT current_tenant()), ${occurrenceId}::uuid, judged.member_id, judged.channel, ${notBefore}
    FROM (${judgedSql(audience)}) judged
    WHERE judged.reason IS NULL
    ORDER BY judged.member_id`;
}
