import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import { withinReachSql } from "./reach-sql";
import type { EntryEvent } from "./types";

export type Change = {
  ids: readonly string[];
  /** The communities whose people are reached; null: everybody. */
  reach: readonly string[] | null;
  actorId: string | null;
  now: Date;
};

/**
 * Changes conversations and writes into each what was done, in one statement; those that are so already, or out of reach, stay
 * as they are. @returns the ids of those that changed
 */
async function changeAll(
  db: Db,
  { ids, reach, actorId, now }: Change,
  done: { set: Prisma.Sql; where: Prisma.Sql; event: EntryEvent; refId?: string | null },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH held AS (
      SELECT c.id FROM inbox_conversations c
      WHERE c.tenant_id = current_tenant() AND c.id = ANY (${[...ids]}::uuid[]) AND ${withinReachSql(reach)}
        AND ${done.where}
      ORDER BY c.id FOR UPDATE),
    changed AS (
      UPDATE inbox_conversations c SET last_position = c.last_position + 1, ${done.set}
      FROM held WHERE c.tenant_id = current_tenant() AND c.id = held.id RETURNING c.id, c.last_position),
    told AS (
      INSERT INTO inbox_messages (id, conversation_id, position, kind, author_id, event, ref_id, created_at)
      SELECT new_id(), id, last_position, 'event', ${actorId}::uuid, ${done.event}, ${done.refId ?? null}::uuid, ${now}
      FROM changed)
    SELECT id FROM changed`;
  return rows.map(({ id }) => id);
}

/** Nobody waits any more. */
export function closeAll(db: Db, change: Change): Promise<string[]> {
  return changeAll(db, change, {
    set: Prisma.sql`status = 'closed', snoozed_until = NULL, waiting_since = NULL, reply_due_at = NULL`,
    where: Prisma.sql`c.status <> 'closed'`,
    event: "closed",
  });
}

export function reopenAll(db: Db, change: Change): Promise<string[]> {
  return changeAll(db, change, {
    set: Prisma.sql`status = 'open', snoozed_until = NULL, moved_at = ${change.now}`,
    where: Prisma.sql`c.status <> 'open'`,
    event: "reopened",
  });
}

export function snoozeAll(db: Db, change: Change, until: Date): Promise<string[]> {
  return changeAll(db, change, {
    set: Prisma.sql`status = 'snoozed', snoozed_until = ${until}`,
    where: Prisma.sql`c.snoozed_until IS DISTINCT FROM ${until}`,
    event: "snoozed",
  });
}

/** Those whose time has come are open again. */
export function wakeAll(db: Db, change: Change): Promise<string[]> {
  return changeAll(db, change, {
    set: Prisma.sql`status = 'open', snoozed_until = NULL, moved_at = ${change.now}`,
    where: Prisma.sql`c.status = 'snoozed' AND c.snoozed_until <= ${change.now}`,
    event: "woken",
  });
}

/** `among`: the communities that the one who gets them answers for; null: all. */
export function assignAll(
  db: Db,
  change: Change,
  { assigneeId, among }: { assigneeId: string | null; among: readonly string[] | null },
): Promise<string[]> {
  return changeAll(db, change, {
    set: Prisma.sql`assignee_id = ${assigneeId}::uuid`,
    where: Prisma.sql`c.assignee_id IS DISTINCT FROM ${assigneeId}::uuid AND ${withinReachSql(among)}`,
    event: assigneeId ? "assigned" : "unassigned",
    refId: assigneeId,
  });
}

export function setTask(
  db: Db,
  change: Change,
  task: { title: string; dueAt: Date } | null,
): Promise<string[]> {
  return changeAll(db, change, {
    set: Prisma.sql`task = ${task?.title ?? null}, task_due_at = ${task?.dueAt ?? null}`,
    where: task ? Prisma.sql`true` : Prisma.sql`c.task IS NOT NULL`,
    event: task ? "task_set" : "task_done",
  });
}

/** Gives conversations one more label. @returns those that did not have it */
export async function labelAll(
  db: Db,
  { ids, reach }: Pick<Change, "ids" | "reach">,
  labelId: string,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO inbox_labelled (conversation_id, label_id)
    SELECT c.id, ${labelId}::uuid FROM inbox_conversations c
    WHERE c.tenant_id = current_tenant() AND c.id = ANY (${[...ids]}::uuid[]) AND ${withinReachSql(reach)}
    ON CONFLICT DO NOTHING RETURNING conversation_id AS id`;
  return rows.map(({ id }) => id);
}

/** The labels of one conversation are these and no others. */
export async function replaceLabels(
  db: Db,
  conversationId: string,
  labelIds: readonly string[],
): Promise<void> {
  await db.$executeRaw`
    DELETE FROM inbox_labelled WHERE tenant_id = current_tenant() AND conversation_id = ${conversationId}::uuid
      AND label_id <> ALL (${[...labelIds]}::uuid[])`;
  await db.$executeRaw`
    INSERT INTO inbox_labelled (conversation_id, label_id)
    SELECT ${conversationId}::uuid, id FROM unnest(${[...labelIds]}::uuid[]) AS id ON CONFLICT DO NOTHING`;
}
