import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";

/** A window `w` in which one may write freely: the person wrote within 24 hours, with a minute to spare. */
export const openWindowSql = Prisma.sql`w.wrote_at > now() - interval '23 hours 59 minutes'`;

// Messages leave a little after they are counted: a day and a minute.
const COUNTED = Prisma.sql`interval '1 day 1 minute'`;

/** Until when one writes freely to a person; null when one does not. */
export async function findWindowEnd(db: Db, memberId: string): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ endsAt: Date }[]>`
    SELECT w.wrote_at + interval '23 hours 59 minutes' AS "endsAt" FROM whatsapp_windows w
    WHERE w.tenant_id = current_tenant() AND w.member_id = ${memberId}::uuid AND ${openWindowSql}`;
  return row?.endsAt ?? null;
}

/** People who may be written to without counting anew: their window is open, or they were written to within the day. */
export const countedSql = Prisma.sql`
  SELECT w.member_id FROM whatsapp_windows w WHERE ${openWindowSql} OR w.opened_at > now() - ${COUNTED}`;

/** How many people count within the limit of the moving day, and when the first of them does no more. */
export async function usageOfDay(db: Db): Promise<{ used: number; freesAt: Date | null }> {
  const [row] = await db.$queryRaw<{ used: number; freesAt: Date | null }[]>`
    SELECT count(*)::int AS used, min(w.opened_at) + ${COUNTED} AS "freesAt"
    FROM whatsapp_windows w WHERE w.opened_at > now() - ${COUNTED}`;
  return row ?? { used: 0, freesAt: null };
}
