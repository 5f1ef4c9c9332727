import "server-only";
import { relayedGroupSql } from "@/lib/delivery/queries/relayed-groups";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Tended } from "./rules";

export type NewTasks = {
  occurrenceId: string;
  announcementId: string;
  communityIds: readonly string[];
  groupIds: readonly string[];
  /** What is posted, by community. */
  words: readonly { communityId: string; words: string }[];
  opensAt: Date;
  dueAt: Date;
  closesAt: Date;
};

/**
 * One task for each group in which somebody of the frozen audience is reached by hand; the unique key makes it one whatever runs
 * twice (A8, A21). @returns how many are new
 */
export function insertTasks(db: Db, tasks: NewTasks): Promise<number> {
  const { occurrenceId, announcementId, words } = tasks;
  return db.$executeRaw`
    INSERT INTO relay_tasks (occurrence_id, announcement_id, community_id, group_id, assignee_id, words, people, opens_at, due_at,
      closes_at)
    SELECT ${occurrenceId}::uuid, ${announcementId}::uuid, room.community_id, room.id, relay_assignee(room.community_id, room.id),
      said.words, room.people, ${tasks.opensAt}::timestamptz, ${tasks.dueAt}::timestamptz, ${tasks.closesAt}::timestamptz
    FROM (
      SELECT g.community_id, g.id, count(*)::int AS people
      FROM groups g JOIN group_members gm ON gm.tenant_id = g.tenant_id AND gm.group_id = g.id
      WHERE g.tenant_id = current_tenant() AND g.archived_at IS NULL AND ${relayedGroupSql(tasks)}
        AND EXISTS (SELECT FROM deliveries d WHERE d.tenant_id = gm.tenant_id AND d.occurrence_id = ${occurrenceId}::uuid
          AND d.member_id = gm.member_id AND d.channel = 'relay')
      GROUP BY g.community_id, g.id
    ) room
    JOIN unnest(${words.map(({ communityId }) => communityId)}::uuid[], ${words.map((each) => each.words)}::text[])
      AS said (community_id, words) ON said.community_id = room.community_id
    ORDER BY room.id
    ON CONFLICT (tenant_id, occurrence_id, group_id) DO NOTHING`;
}

/** The tasks of an occurrence, locked in key order; `isGone`: the group is archived, or is none of the audience any more (H5, H6). */
export function lockTasks(db: Db, occurrenceId: string): Promise<Tended[]> {
  return db.$queryRaw<Tended[]>`
    SELECT t.id, t.group_id AS "groupId", t.opens_at AS "opensAt", t.due_at AS "dueAt", t.closes_at AS "closesAt",
      t.posted_at AS "postedAt", t.counted_at AS "countedAt", t.closed_at AS "closedAt", ${goneSql} AS "isGone"
    FROM relay_tasks t JOIN groups g ON g.tenant_id = t.tenant_id AND g.id = t.group_id
    WHERE t.tenant_id = current_tenant() AND t.occurrence_id = ${occurrenceId}::uuid
    ORDER BY t.id FOR UPDATE OF t`;
}

/** Of a task `t` in a group `g`. */
export const goneSql = Prisma.sql`(g.archived_at IS NOT NULL OR g.community_id <> t.community_id)`;

/** New words for the tasks of an announcement's latest sending, by community (A11). */
export async function rewordTasks(db: Db, occurrenceId: string, words: NewTasks["words"]): Promise<void> {
  await db.$executeRaw`
    UPDATE relay_tasks t SET words = said.words
    FROM unnest(${words.map(({ communityId }) => communityId)}::uuid[], ${words.map((each) => each.words)}::text[])
      AS said (community_id, words)
    WHERE t.tenant_id = current_tenant() AND t.occurrence_id = ${occurrenceId}::uuid AND t.community_id = said.community_id`;
}
