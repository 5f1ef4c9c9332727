import "server-only";
import type pg from "pg";
import { appDatabaseUrl } from "../env";
import { log } from "../log";
import { createPool } from "./pool";

/** Something that viewers may be looking at has changed; they read it again themselves. */
export type Change = { tenantId: string; subject: string; id: string };

export const CHANGE_CHANNEL = "aldeia_changes";
// NOTIFY serialises commits: one per subject in this time is enough for eyes (docs/decisions/0003).
const PAUSE_MS = 150;

type Pending = {
  pool: pg.Pool | null;
  waiting: Map<string, Change>;
  timer: NodeJS.Timeout | null;
  /** When something was sent last, by the clock that only goes forward. */
  sentAtMs: number;
};
const holder = globalThis as typeof globalThis & { aldeiaChanges?: Pending };

/**
 * Tells the event streams that something changed: the first at once, what follows coalesced, at most once per subject in
 * 150 ms, from a connection of its own. Call it after the transaction has committed, never inside. Losing one harms nothing: viewers also poll.
 */
export function publishChange(change: Change): void {
  holder.aldeiaChanges ??= { pool: null, waiting: new Map(), timer: null, sentAtMs: -PAUSE_MS };
  const pending = holder.aldeiaChanges;
  pending.waiting.set(`${change.tenantId}:${change.subject}:${change.id}`, change);
  const waitMs = Math.max(0, pending.sentAtMs + PAUSE_MS - performance.now());
  pending.timer ??= setTimeout(() => void flushChanges(), waitMs);
}

/** Sends what waits at once; before a process ends. */
export async function flushChanges(): Promise<void> {
  const pending = holder.aldeiaChanges;
  if (!pending) return;
  if (pending.timer) clearTimeout(pending.timer);
  pending.timer = null;
  const payloads = [...pending.waiting.values()].map((change) => JSON.stringify(change));
  pending.waiting.clear();
  if (payloads.length === 0) return;
  pending.sentAtMs = performance.now();
  pending.pool ??= createPool(appDatabaseUrl(), 1);
  await pending.pool.query(SEND, [CHANGE_CHANNEL, payloads]).catch((error: Error) => {
    log.warn({ err: error.message }, "viewers were not told of a change");
  });
}

// Not worth waiting for the disk: a lost notice is made up for by the next.
const SEND = `SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, payload) FROM unnest($2::text[]) payload`;

/** Sends what waits and closes the connection. */
export async function closeChanges(): Promise<void> {
  await flushChanges();
  await holder.aldeiaChanges?.pool?.end();
  delete holder.aldeiaChanges;
}
