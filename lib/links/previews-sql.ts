import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { PagePreview } from "./types";

/** Notes that a page is to be asked what it is. @returns its id; null when it was asked lately, or is being asked */
export async function upsertPreview(db: Db, url: string, now: Date): Promise<string | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO link_previews AS p (url, asked_at) VALUES (${url}, ${now}::timestamptz)
    ON CONFLICT (tenant_id, url) DO UPDATE SET asked_at = excluded.asked_at
      WHERE p.asked_at < excluded.asked_at - CASE WHEN p.title = '' THEN interval '1 hour' ELSE interval '7 days' END
    RETURNING id`;
  return row?.id ?? null;
}

/** Keeps what a page said. @returns whether that is something else than before */
export async function keepPreview(db: Db, id: string, { title, description }: PagePreview): Promise<boolean> {
  const changed = await db.$executeRaw`
    UPDATE link_previews SET title = ${title}, description = ${description}
    WHERE tenant_id = current_tenant() AND id = ${id}::uuid AND (title, description) IS DISTINCT FROM (${title}, ${description})`;
  return changed > 0;
}
