import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { type VisibleTo, visibleSql } from "./announcement-sql";
import type { LastSending } from "./types";

/** Ids of the scheduled announcements that go out next. */
export async function upcomingIds(db: Db, viewer: VisibleTo, take: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM announcements a
    WHERE a.status = 'scheduled' AND a.due_at IS NOT NULL AND ${visibleSql(viewer)}
    ORDER BY a.due_at, a.id LIMIT ${take}`;
  return rows.map((row) => row.id);
}

/** The sending that began last and was not taken back, with how many it was for and how many read it. */
export async function selectLastSending(db: Db, viewer: VisibleTo): Promise<LastSending | null> {
  const rows = await db.$queryRaw<LastSending[]>`
    SELECT a.id AS "announcementId", o.body, o.started_at AS "startedAt",
      o.queued + o.sent + o.delivered + o.read + o.skipped + o.failed + o.unknown AS people, o.read
    FROM occurrences o JOIN announcements a ON a.id = o.announcement_id
    WHERE o.started_at IS NOT NULL AND o.retracted_at IS NULL AND ${visibleSql(viewer)}
    ORDER BY o.started_at DESC, o.id DESC LIMIT 1`;
  return rows[0] ?? null;
}
