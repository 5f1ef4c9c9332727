import "server-only";
import type { Db } from "@/lib/platform/db/clients";

/** Chains events that are not chained yet, 10,000 at most. @returns how many */
export async function sealSome(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ sealed: number }[]>`SELECT seal_audit() AS sealed`;
  return row?.sealed ?? 0;
}

/** The tenants that have events to chain, through a door of the database. */
export async function tenantsToSeal(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`SELECT tenants_with_loose_audit() AS id`;
  return rows.map(({ id }) => id);
}
