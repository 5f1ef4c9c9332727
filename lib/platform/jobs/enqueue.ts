import "server-only";
import type { Db } from "../db/clients";

export type EnqueueOptions = {
  runAt?: Date;
  /** A second job with the same key replaces the first (a moved schedule). */
  key?: string;
  /** With growing pauses between them. */
  maxAttempts?: number;
  /** Nobody waits for it: comes after everything else that is due. */
  isBackground?: boolean;
};
const BACKGROUND_PRIORITY = 10;

/**
 * Puts a job into the queue within the caller's transaction: rolled back means never queued. The database stamps the
 * tenant of the transaction into the payload.
 */
export async function enqueue<Payload>(
  db: Db,
  job: { name: string; payload: { parse(value: unknown): Payload } },
  payload: Payload,
  options: EnqueueOptions = {},
): Promise<void> {
  const body = JSON.stringify(job.payload.parse(payload));
  const runAt = options.runAt ?? null;
  const key = options.key ?? null;
  const priority = options.isBackground ? BACKGROUND_PRIORITY : 0;
  await db.$executeRaw`SELECT enqueue_job(${job.name}, ${body}::jsonb, ${runAt}::timestamptz, ${key},
    ${options.maxAttempts ?? 25}::int, ${priority}::int)`;
}

/** Takes a queued job back by its key; one that runs already is not stopped. */
export async function cancelJob(db: Db, key: string): Promise<void> {
  await db.$executeRaw`SELECT cancel_job(${key})`;
}
