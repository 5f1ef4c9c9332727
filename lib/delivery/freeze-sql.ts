import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { judgedSql } from "./audience-sql";
import type { Audience } from "./types";

/**
 * Writes the delivery rows of an occurrence in one statement, ordered as their key, and says how many. The primary key
 * (occurrence × member) is the promise of "exactly once" (A8).
 */
export async function insertDeliveries(db: Db, occurrenceId: string, audience: Audience): Promise<number> {
  return await db.$executeRaw`
    INSERT INTO deliveries (tenant_id, occurrence_id, member_id, channel)
    SELECT (SELECT current_tenant()), ${occurrenceId}::uuid, judged.member_id, judged.channel
    FROM (${judgedSql(audience)}) judged
    WHERE judged.reason IS NULL
    ORDER BY judged.member_id`;
}
