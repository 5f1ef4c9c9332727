import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { StaffRole } from "@/lib/shared/actor";

/**
 * Locks the owner of the tenant and one person of its team until the end of the transaction, so that what changes the team
 * and what moves the ownership go one after the other.
 */
export async function lockStaff(
  db: Db,
  staffId: string,
): Promise<{ id: string; role: StaffRole; userId: string } | null> {
  const rows = await db.$queryRaw<{ id: string; role: StaffRole; userId: string }[]>`
    SELECT id, role, user_id AS "userId" FROM staff WHERE role = 'owner' OR id = ${staffId}::uuid ORDER BY id FOR UPDATE`;
  return rows.find((row) => row.id === staffId) ?? null;
}

/** Holds these people of the team until the end of the transaction, in the order of their ids. Unknown ones are left out. */
export function holdStaff(
  db: Db,
  staffIds: readonly string[],
): Promise<{ id: string; role: StaffRole; userId: string }[]> {
  return db.$queryRaw`
    SELECT id, role, user_id AS "userId" FROM staff WHERE id = ANY (${[...staffIds]}::uuid[]) ORDER BY id FOR UPDATE`;
}
