import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { openWindowSql } from "../queries/windows";

/** Counts people who are written to now and have no open window. */
export async function countOpened(db: Db, memberIds: readonly string[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO whatsapp_windows AS w (member_id, opened_at)
    SELECT id, now() FROM unnest(${[...memberIds]}::uuid[]) AS id
    ON CONFLICT (tenant_id, member_id) DO UPDATE SET opened_at = now()
      WHERE NOT coalesce(${openWindowSql}, false)`;
}

/** The window of a person opens by what they write; news that comes late closes none. */
export async function openWindow(db: Db, memberId: string, wroteAt: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO whatsapp_windows AS w (member_id, wrote_at) VALUES (${memberId}::uuid, ${wroteAt})
    ON CONFLICT (tenant_id, member_id) DO UPDATE SET wrote_at = greatest(w.wrote_at, excluded.wrote_at)`;
}
