import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { openWindowSql } from "@/lib/whatsapp/queries/windows";
import { judgedSql } from "./audience-sql";
import type { Audience } from "./types";

/** So many people whose numbers begin with the same three digits, to whom one may write freely or not. */
export type Priced = { digits: string; isOpen: boolean; people: number };

/** Those of an audience who get it by WhatsApp, by how their number begins: the number that the sending would take. */
export async function countByNumber(db: Db, audience: Audience): Promise<Priced[]> {
  return await db.$queryRaw<Priced[]>`
    WITH reached AS MATERIALIZED (
      SELECT judged.member_id FROM (${judgedSql(audience)}) judged
      WHERE judged.reason IS NULL AND judged.channel = 'whatsapp'
    ), numbers AS (
      SELECT DISTINCT ON (i.member_id) i.member_id, left(ltrim(i.value, '+'), 3) AS digits
      FROM identifiers i WHERE i.kind IN ('phone', 'whatsapp')
      ORDER BY i.member_id, i.kind DESC, i.position, i.id
    ), open AS (SELECT w.member_id FROM whatsapp_windows w WHERE ${openWindowSql})
    SELECT numbers.digits, numbers.member_id IN (SELECT member_id FROM open) AS "isOpen", count(*)::int AS people
    FROM numbers WHERE numbers.member_id IN (SELECT member_id FROM reached) GROUP BY 1, 2`;
}
