import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { Prisma } from "@/lib/platform/db/generated/client";

export type TagRow = { id: string; name: string; token: string; count: number };

/** The tags of the tenant by name, with the number of people among those seen; `isSeen` is a condition on `mt.member_id`. */
export function selectTags(db: Db, isSeen: Prisma.Sql): Promise<TagRow[]> {
  return db.$queryRaw<TagRow[]>`
    SELECT t.id, t.name, t.token, coalesce(c.count, 0)::int AS count
    FROM tags t LEFT JOIN (
      SELECT mt.token, count(*) FROM member_tags mt WHERE mt.tenant_id = current_tenant() AND ${isSeen} GROUP BY mt.token
    ) c ON c.token = t.token
    WHERE t.tenant_id = current_tenant() ORDER BY t.token, t.id`;
}
