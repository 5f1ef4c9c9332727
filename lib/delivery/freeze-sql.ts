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
  const notBefore = starts ? startSql(starts) : Prisma.sql`NULL::timestamptz`;
  return await db.$executeRaw`
    INSERT INTO deliveries (tenant_id, occurrence_id, member_id, channel, not_before)
    SELECT (SELECT current_tenant()), ${occurrenceId}::uuid, judged.member_id, judged.channel, ${notBefore}
    FROM (${judgedSql(audience)}) judged
    WHERE judged.reason IS NULL
    ORDER BY judged.member_id`;
}

/** When a row of `judged` may go: by the zone of its person, and whether it leaves the house. */
export function startSql({ zones, otherwise, otherwiseOutward }: LocalStarts): Prisma.Sql {
  const isInside = Prisma.sql`judged.channel = 'in_app'`;
  return Prisma.sql`coalesce((
    SELECT CASE WHEN ${isInside} THEN s.at ELSE s.outward END
    FROM unnest(${zones.map(({ zone }) => zone)}::text[], ${zones.map(({ at }) => at)}::timestamptz[],
      ${zones.map(({ outward }) => outward)}::timestamptz[]) AS s (zone, at, outward)
    JOIN members m ON m.timezone = s.zone WHERE m.id = judged.member_id),
    CASE WHEN ${isInside} THEN ${otherwise}::timestamptz ELSE ${otherwiseOutward}::timestamptz END)`;
}
