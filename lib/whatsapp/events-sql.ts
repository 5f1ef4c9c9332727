import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { EventNews, StoredEvent } from "./types";

/**
 * Keeps what a webhook told, each piece once however often it comes. WhatsApp tells whole seconds: within one, messages keep the
 * order in which it told them, a millisecond apart. @returns how many are new
 */
export async function storeEvents(db: Db, news: readonly EventNews[]): Promise<number> {
  const column = <T>(of: (each: EventNews) => T) => news.map(of);
  return await db.$executeRaw`
    INSERT INTO whatsapp_events (digest, kind, letter, provider_id, status, code, sender, words, at, received_at, due_at)
    SELECT n.digest, n.kind, n.letter, n.provider_id, n.status, n.code, n.sender, n.words,
      n.at + CASE WHEN n.kind = 'message' THEN (n.place - 1) * interval '1 millisecond' ELSE interval '0' END, now(), now()
    FROM unnest(
      ${column(({ digest }) => digest)}::text[], ${column(({ kind }) => kind)}::text[],
      ${column(({ letter }) => letter)}::text[], ${column(({ providerId }) => providerId)}::text[],
      ${column(({ status }) => status)}::text[], ${column(({ code }) => code)}::int[],
      ${column(({ sender }) => sender)}::text[], ${column(({ words }) => words)}::text[],
      ${column(({ at }) => at)}::timestamptz[])
      WITH ORDINALITY AS n (digest, kind, letter, provider_id, status, code, sender, words, at, place)
    ON CONFLICT (tenant_id, digest) DO NOTHING`;
}

/** The next pieces to handle, for this transaction alone. */
export function takeEvents(db: Db, now: Date, most: number): Promise<StoredEvent[]> {
  return db.$queryRaw<StoredEvent[]>`
    SELECT id, digest, kind, letter, provider_id AS "providerId", status, code, sender, words, at,
      received_at AS "receivedAt"
    FROM whatsapp_events WHERE handled_at IS NULL AND due_at <= ${now}
    ORDER BY due_at LIMIT ${most}::int FOR UPDATE SKIP LOCKED`;
}

/** Ends pieces: who wrote and what is kept no longer than that. */
export async function endEvents(db: Db, ids: readonly string[], now: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE whatsapp_events SET handled_at = ${now}, sender = NULL, words = NULL WHERE id = ANY(${[...ids]}::uuid[])`;
}

/** Puts pieces aside that speak of nothing that is known yet. */
export async function parkEvents(db: Db, ids: readonly string[], until: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE whatsapp_events SET due_at = ${until} WHERE id = ANY(${[...ids]}::uuid[])`;
}

/** Forgets pieces that nobody sends again: WhatsApp repeats itself for a week. */
export async function forgetEvents(db: Db, before: Date): Promise<void> {
  await db.$executeRaw`
    DELETE FROM whatsapp_events WHERE id IN (
      SELECT id FROM whatsapp_events WHERE handled_at < ${before} ORDER BY handled_at LIMIT 5000)`;
}
