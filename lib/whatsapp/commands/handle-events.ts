import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { databaseNow } from "@/lib/platform/db/database-now";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { endEvents, forgetEvents, parkEvents, takeEvents } from "../events-sql";
import { takeEventsJob, takeEventsKey } from "../job-names";
import type { StoredEvent } from "../types";

const EVENTS_AT_ONCE = 1_000;
const PARKED_MS = 60_000;
// A webhook may be faster than the answer to the message that it speaks of; never by that much.
const MOST_PARKED_MS = 3_600_000;
const KEPT_MS = 30 * 86_400_000;

/** Does what pieces of news ask for, in the transaction. @returns those that speak of nothing that is known yet */
export type Handle = (tx: TenantContext, events: readonly StoredEvent[]) => Promise<readonly StoredEvent[]>;

/**
 * Handles what webhooks brought, in any order and however often (X10, X26): a thousand pieces in a transaction with their
 * being handled, so that doing it twice ends the same. What is not known yet waits a minute, for an hour at most.
 */
export async function systemHandleEvents(ctx: TenantContext, handle: Handle): Promise<void> {
  let isParked = false;
  for (let taken = EVENTS_AT_ONCE; taken === EVENTS_AT_ONCE; ) {
    const batch = await inTransaction(ctx, (tx) => handleSome(tx, handle));
    taken = batch.taken;
    isParked ||= batch.parked > 0;
  }
  await forgetEvents(ctx.db, new Date(ctx.now.getTime() - KEPT_MS));
  if (!isParked) return;
  const runAt = new Date((await databaseNow(ctx.db)).getTime() + PARKED_MS);
  const options = { key: takeEventsKey(ctx.tenantId), runAt };
  await enqueue(ctx.db, takeEventsJob, {}, options);
}

async function handleSome(tx: TenantContext, handle: Handle): Promise<{ taken: number; parked: number }> {
  const now = await databaseNow(tx.db);
  const events = await takeEvents(tx.db, now, EVENTS_AT_ONCE);
  if (events.length === 0) return { taken: 0, parked: 0 };
  const unknown = await handle(tx, events);
  const parked = unknown.filter(({ receivedAt }) => now.getTime() - receivedAt.getTime() < MOST_PARKED_MS);
  const waiting = new Set(parked.map(({ id }) => id));
  const done = events.map(({ id }) => id).filter((id) => !waiting.has(id));
  await parkEvents(tx.db, [...waiting], new Date(now.getTime() + PARKED_MS));
  await endEvents(tx.db, done, now);
  return { taken: events.length, parked: parked.length };
}
