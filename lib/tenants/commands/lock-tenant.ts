import "server-only";
import type { Db } from "@/lib/platform/db/clients";

/** Holds the context's tenant until the transaction ends: what changes it as a whole goes one after the other. */
export async function unsafeLockTenant(db: Db): Promise<void> {
  await db.$executeRaw`SELECT 1 FROM tenants FOR UPDATE`;
}
