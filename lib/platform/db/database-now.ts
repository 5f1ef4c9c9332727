import "server-only";
import type { Db } from "./clients";

/**
 * The database's clock: one for all processes. What one process writes down and another acts upon is compared by it, since the
 * clocks of two machines differ.
 */
export async function databaseNow(db: Db): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp()::timestamptz(3) AS now`;
  return row?.now ?? new Date();
}
