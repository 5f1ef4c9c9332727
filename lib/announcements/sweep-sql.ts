import "server-only";
import type { Db } from "@/lib/platform/db/clients";

type Due = { tenant_id: string; announcement_id: string };
type Sending = { tenant_id: string; occurrence_id: string };

/** The sendings that still reach who joins, over all tenants (A5). */
export function openEvergreens(db: Db, now: Date): Promise<Sending[]> {
  return db.$queryRaw<Sending[]>`SELECT tenant_id, occurrence_id FROM evergreen_occurrences(${now})`;
}

/** What is due and what is being sent, over all tenants, through the doors of the database. */
export async function interruptedSendings(db: Db, now: Date): Promise<{ due: Due[]; sending: Sending[] }> {
  const due = await db.$queryRaw<Due[]>`SELECT tenant_id, announcement_id FROM due_announcements(${now})`;
  const sending = await db.$queryRaw<Sending[]>`SELECT tenant_id, occurrence_id FROM sending_occurrences()`;
  return { due, sending };
}
