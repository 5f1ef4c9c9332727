import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { StaffRole } from "@/lib/shared/actor";

/**
 * Locks the owners of the tenant and one person of its team until the end of the transaction, so that two owners who
 * remove each other at once leave one behind.
 */
export async function lockStaff(
  db: Db,
  staffId: string,
): Promise<{ person: { id: string; role: StaffRole; userId: string } | null; owners: number }> {
  const rows = await db.$queryRaw<{ id: string; role: StaffRole; userId: string }[]>`
    SELECT id, role, user_id AS "userId" FROM staff WHERE role = 'owner' OR id = ${staffId}::uuid ORDER BY id FOR UPDATE`;
  return {
    person: rows.find((row) => row.id === staffId) ?? null,
    owners: rows.filter((row) => row.role === "owner").length,
  };
}

/** Holds these people of the team until the end of the transaction, in the order of their ids. Unknown ones are left out. */
export function holdStaff(
  db: Db,
  staffIds: readonly string[],
): Promise<{ id: string; role: StaffRole; userId: string }[]> {
  return db.$queryRaw`
    SELECT id, role, user_id AS "userId" FROM staff WHERE id = ANY (${[...staffIds]}::uuid[]) ORDER BY id FOR UPDATE`;
}
