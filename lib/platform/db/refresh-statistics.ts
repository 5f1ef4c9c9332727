import "server-only";
import type { Db } from "./clients";

const WORTH_IT_ROWS = 1_000;

/**
 * Tells the planner of many rows that have just come in, so that the next query over them is planned for what is there.
 * Call it after the transaction; few rows need none.
 */
export async function refreshStatistics(db: Db, rowsAdded: number): Promise<void> {
  if (rowsAdded >= WORTH_IT_ROWS) await db.$executeRaw`SELECT refresh_statistics()`;
}
