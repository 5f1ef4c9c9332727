import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";

export type Notice = {
  assigneeId: string | null;
  announcementId: string;
  communityId: string;
  groupId: string;
  groupName: string;
  communityName: string;
  dueAt: Date;
};

/**
 * Claims the tasks of which a person is to be told now, in the transaction of the mails: `new` ones once for each person to whom they
 * were given, `late` ones once.
 */
export function claimNotices(
  db: Db,
  ids: readonly string[],
  { kind, now }: { kind: "new" | "late"; now: Date },
): Promise<Notice[]> {
  const claim =
    kind === "new"
      ? Prisma.sql`SET told_at = ${now} WHERE t.told_at IS NULL AND t.opens_at <= ${now} AND t.assignee_id IS NOT NULL`
      : Prisma.sql`SET late_told_at = ${now} WHERE t.late_told_at IS NULL AND t.due_at <= ${now}`;
  return db.$queryRaw<Notice[]>`
    WITH claimed AS (
      UPDATE relay_tasks t ${claim} AND t.tenant_id = current_tenant() AND t.id = ANY (${[...ids]}::uuid[])
        AND t.posted_at IS NULL AND t.closed_at IS NULL
      RETURNING t.*
    )
    SELECT t.assignee_id AS "assigneeId", t.announcement_id AS "announcementId", t.community_id AS "communityId",
      t.group_id AS "groupId", g.name AS "groupName", c.name AS "communityName", t.due_at AS "dueAt"
    FROM claimed t JOIN groups g ON g.tenant_id = t.tenant_id AND g.id = t.group_id
    JOIN communities c ON c.tenant_id = t.tenant_id AND c.id = t.community_id
    ORDER BY c.name, g.name, t.id`;
}

/** Claims the one reminder that a task may have since an instant. @returns what it is about; null when it had one, or is done */
export async function claimReminder(
  db: Db,
  id: string,
  { now, since }: { now: Date; since: Date },
): Promise<Notice | null> {
  const [notice] = await db.$queryRaw<Notice[]>`
    WITH claimed AS (
      UPDATE relay_tasks t SET reminded_at = ${now}
      WHERE t.tenant_id = current_tenant() AND t.id = ${id}::uuid AND t.posted_at IS NULL AND t.closed_at IS NULL
        AND (t.reminded_at IS NULL OR t.reminded_at <= ${since})
      RETURNING t.*
    )
    SELECT t.assignee_id AS "assigneeId", t.announcement_id AS "announcementId", t.community_id AS "communityId",
      t.group_id AS "groupId", g.name AS "groupName", c.name AS "communityName", t.due_at AS "dueAt"
    FROM claimed t JOIN groups g ON g.tenant_id = t.tenant_id AND g.id = t.group_id
    JOIN communities c ON c.tenant_id = t.tenant_id AND c.id = t.community_id`;
  return notice ?? null;
}
