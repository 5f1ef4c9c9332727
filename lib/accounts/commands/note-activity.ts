import "server-only";
import type { Db } from "@/lib/platform/db/clients";

const NOTED_FOR_MS = 6 * 60 * 60 * 1_000;
const MAX_REMEMBERED = 20_000;

// Only spares a statement per request: another process that does not remember writes the same again.
const noted = new Map<string, number>();

/** Keeps that a member was here, to a few hours: whether an admin is active is told from it (H9). */
export async function noteActivity(db: Db, memberId: string, now: Date): Promise<void> {
  const last = noted.get(memberId) ?? 0;
  if (now.getTime() - last < NOTED_FOR_MS) return;
  if (noted.size >= MAX_REMEMBERED) noted.clear();
  noted.set(memberId, now.getTime());
  // A member who was erased a moment ago has no row to hang it on.
  await db.$executeRaw`
    INSERT INTO member_activity (member_id, seen_at) SELECT id, ${now}::timestamptz FROM members WHERE id = ${memberId}::uuid
    ON CONFLICT (tenant_id, member_id) DO UPDATE SET seen_at = excluded.seen_at
    WHERE member_activity.seen_at < excluded.seen_at`;
}
