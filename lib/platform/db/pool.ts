import "server-only";
import pg from "pg";
import { appDatabaseUrl } from "../env";
import { log } from "../log";

// Timestamps stay `Date`, 64-bit integers become numbers: no count or amount of ours passes 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Pool = pg.Pool;

const holder = globalThis as typeof globalThis & { aldeiaPool?: Pool };

/** The one connection pool of this process, as the application role. Nothing reads a tenant's rows through it bare:
 * `tenantClient` binds the tenant, and without one row-level security refuses (T2). */
export function appPool(): Pool {
  holder.aldeiaPool ??= createPool(appDatabaseUrl());
  return holder.aldeiaPool;
}

/** A pool that survives the loss of its connections. */
export function createPool(connectionString: string, max = 10): Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  });
  pool.on("error", (error) => log.warn({ err: error.message }, "an idle database connection was lost"));
  // One that is lost between two statements of a transaction would end the process; the next statement tells the caller.
  pool.on("connect", (client) => {
    client.on("error", (error) => log.debug({ err: error.message }, "a database connection was lost"));
  });
  return pool;
}

/** Closes the pool when a process ends. */
export async function closeAppPool(): Promise<void> {
  await holder.aldeiaPool?.end();
  delete holder.aldeiaPool;
}
