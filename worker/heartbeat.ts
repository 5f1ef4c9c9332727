import type { Pool } from "@/lib/platform/db/pool";
import { log } from "@/lib/platform/log";
import { newId } from "@/lib/shared/ids";

const EVERY_MS = 5_000;
const DEAD_AFTER_SECONDS = 60;

/**
 * Tells the database that this process lives, until stopped, and takes the jobs of processes that died without a word
 * back into the queue; the engine alone would wait four hours. One that was only slow may thus be overlapped, which every
 * job allows. `pool` is the owner's: the queue is the engine's own.
 */
export async function startHeartbeat(pool: Pool, poolId: string): Promise<{ stop(): Promise<void> }> {
  const id = newId();
  const beat = async () => {
    await pool.query(
      `INSERT INTO worker_heartbeats (id, pool_id) VALUES ($1, $2)
       ON CONFLICT (id) DO UPDATE SET seen_at = now(), pool_id = excluded.pool_id`,
      [id, poolId],
    );
    await giveBackJobsOfTheDead(pool);
  };
  await beat();
  const timer = setInterval(() => {
    beat().catch((error: Error) => log.warn({ err: error.message }, "the heartbeat failed"));
  }, EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      // The database may be gone first; the row then counts as dead within seconds.
      await pool
        .query("DELETE FROM worker_heartbeats WHERE id = $1", [id])
        .catch((error: Error) => log.warn({ err: error.message }, "the heartbeat could not be taken back"));
    },
  };
}

async function giveBackJobsOfTheDead(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ pools: string[] }>(
    `WITH dead AS (DELETE FROM worker_heartbeats WHERE seen_at < now() - make_interval(secs => $1) RETURNING pool_id),
       names AS (
         SELECT array_agg(DISTINCT j.locked_by) AS pools FROM graphile_worker.jobs j
         WHERE j.locked_by IN (SELECT pool_id FROM dead)
           -- Killed before its first beat.
           OR (j.locked_at < now() - make_interval(secs => $1)
             AND NOT EXISTS (SELECT FROM worker_heartbeats h WHERE h.pool_id = j.locked_by)))
     SELECT pools, graphile_worker.force_unlock_workers(pools) FROM names WHERE pools IS NOT NULL`,
    [DEAD_AFTER_SECONDS],
  );
  for (const { pools } of rows) log.warn({ pools }, "jobs of workers that died were taken back");
}
