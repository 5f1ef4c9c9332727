import "server-only";
import type { Db } from "@/lib/platform/db/clients";

/** Holds a person until the transaction ends. @returns whether there is one */
export async function lockPerson(db: Db, memberId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM members WHERE tenant_id = current_tenant() AND id = ${memberId}::uuid FOR NO KEY UPDATE`;
  return rows.length > 0;
}
