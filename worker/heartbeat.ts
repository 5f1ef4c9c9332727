import { platformClient } from "@/lib/platform/db/clients";
import { log } from "@/lib/platform/log";
import { newId } from "@/lib/shared/ids";

const EVERY_MS = 5_000;

/** Tells the database that this worker lives, until stopped; forgets workers that died an hour ago. */
export async function startHeartbeat(): Promise<{ stop(): Promise<void> }> {
  const id = newId();
  const db = platformClient();
  const beat = () => db.$executeRaw`
    WITH gone AS (DELETE FROM worker_heartbeats WHERE seen_at < now() - interval '1 hour')
    INSERT INTO worker_heartbeats (id) VALUES (${id}::uuid) ON CONFLICT (id) DO UPDATE SET seen_at = now()`;
  await beat();
  const timer = setInterval(() => {
    beat().catch((error: Error) => log.warn({ err: error.message }, "the heartbeat failed"));
  }, EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await db.$executeRaw`DELETE FROM worker_heartbeats WHERE id = ${id}::uuid`;
    },
  };
}
