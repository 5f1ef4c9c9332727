import "server-only";
import type { OccurrenceStatus } from "@/lib/delivery/rules";
import type { AttachedMedia } from "@/lib/media/types";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import { stateOf, undoUntil } from "./rules";
import { goneSql } from "./tasks-sql";
import type { RelayTask } from "./types";

type Row = {
  id: string;
  announcementId: string;
  occurrenceId: string;
  communityId: string;
  groupId: string;
  communityName: string;
  groupName: string;
  words: string;
  media: AttachedMedia[] | null;
  people: number;
  opensAt: Date;
  dueAt: Date;
  closesAt: Date;
  postedAt: Date | null;
  countedAt: Date | null;
  closedAt: Date | null;
  remindedAt: Date | null;
  assigneeId: string | null;
  isGone: boolean;
  status: OccurrenceStatus;
  retractedAt: Date | null;
  editedAt: Date | null;
};

/** A task as it stands, without the name of whoever has it: who may know that is for `withPosters` to say. */
export type BareTask = Omit<RelayTask, "assignee" | "isMine"> & { assigneeId: string | null };

type Wanted = { where: Prisma.Sql; order: Prisma.Sql; limit: number; now: Date };

/** Tasks `t` in groups `g`, of occurrences `o`. */
export async function selectTasks(db: Db, { where, order, limit, now }: Wanted): Promise<BareTask[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT t.id, t.announcement_id AS "announcementId", t.occurrence_id AS "occurrenceId", t.community_id AS "communityId",
      t.group_id AS "groupId", c.name AS "communityName", g.name AS "groupName", t.words, o.media, t.people, t.opens_at AS "opensAt",
      t.due_at AS "dueAt", t.closes_at AS "closesAt", t.posted_at AS "postedAt", t.counted_at AS "countedAt",
      t.closed_at AS "closedAt", t.reminded_at AS "remindedAt", t.assignee_id AS "assigneeId", ${goneSql} AS "isGone",
      o.status, o.retracted_at AS "retractedAt", o.edited_at AS "editedAt"
    FROM relay_tasks t JOIN groups g ON g.tenant_id = t.tenant_id AND g.id = t.group_id
    JOIN communities c ON c.tenant_id = t.tenant_id AND c.id = t.community_id
    JOIN occurrences o ON o.tenant_id = t.tenant_id AND o.id = t.occurrence_id
    WHERE t.tenant_id = current_tenant() AND ${where}
    ORDER BY ${order} LIMIT ${limit}::int`;
  return rows.map((row) => toTask(row, now));
}

function toTask(row: Row, now: Date): BareTask {
  const { countedAt, closedAt, isGone, status, retractedAt, editedAt, media, ...shown } = row;
  const { postedAt } = row;
  return {
    ...shown,
    media: retractedAt ? [] : (media ?? []),
    state: stateOf(row, { status, retractedAt }, now),
    undoUntil: undoUntil(row),
    isOutdated: postedAt !== null && editedAt !== null && editedAt > postedAt,
  };
}

/** One task; null when there is none. */
export async function selectTask(db: Db, id: string, now: Date): Promise<BareTask | null> {
  const [task] = await selectTasks(db, {
    where: Prisma.sql`t.id = ${id}::uuid`,
    order: Prisma.sql`t.id`,
    limit: 1,
    now,
  });
  return task ?? null;
}
