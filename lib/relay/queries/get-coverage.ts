import "server-only";
import { getBreakdown } from "@/lib/delivery/queries/get-breakdown";
import type { TenantContext } from "@/lib/platform/context";
import { Prisma } from "@/lib/platform/db/generated/client";
import { selectTasks } from "../select-tasks-sql";
import type { RelayCoverage } from "../types";
import { withPosters } from "./with-posters";

// As many groups as twenty full communities have.
const MOST_TASKS = 500;

/**
 * How far the posting by hand of an announcement's latest sending has come: each group with whoever has it, what is late first
 * (A21). Null when nothing of it is posted by hand.
 * @throws Refusal `not_found`, also for those who may not see how it went
 */
export async function getRelayCoverage(
  ctx: TenantContext,
  announcementId: string,
): Promise<RelayCoverage | null> {
  const occurrenceId = await findRelayed(ctx, announcementId);
  if (occurrenceId === null) return null;
  const [{ channels }, bare] = await Promise.all([
    getBreakdown(ctx, occurrenceId),
    selectTasks(ctx.db, {
      where: Prisma.sql`t.occurrence_id = ${occurrenceId}::uuid`,
      order: Prisma.sql`t.posted_at IS NOT NULL, t.due_at, c.name, g.name, t.id`,
      limit: MOST_TASKS,
      now: ctx.now,
    }),
  ]);
  const tasks = await withPosters(ctx, bare);
  const byHand = channels.find(({ channel }) => channel === "relay");
  return {
    occurrenceId,
    ...progressOf(tasks),
    people: byHand?.people ?? 0,
    reached: byHand?.reached ?? 0,
    tasks,
  };
}

/** The same in three numbers, for the picture that all who watch share; null without a task. The caller has authorised them. */
export async function systemRelayProgress(
  ctx: TenantContext,
  occurrenceId: string,
): Promise<{ groups: number; posted: number; late: number } | null> {
  const [row] = await ctx.db.$queryRaw<{ groups: number; posted: number; late: number }[]>`
    SELECT count(*)::int AS groups, count(posted_at)::int AS posted,
      count(*) FILTER (WHERE posted_at IS NULL AND closed_at IS NULL AND due_at <= ${ctx.now})::int AS late
    FROM relay_tasks WHERE tenant_id = current_tenant() AND occurrence_id = ${occurrenceId}::uuid`;
  return row && row.groups > 0 ? row : null;
}

async function findRelayed(ctx: TenantContext, announcementId: string): Promise<string | null> {
  const task = await ctx.db.relayTask.findFirst({
    where: { announcementId },
    orderBy: { id: "desc" },
    select: { occurrenceId: true },
  });
  return task?.occurrenceId ?? null;
}

function progressOf(tasks: RelayCoverage["tasks"]) {
  const inState = (...states: string[]) => tasks.filter(({ state }) => states.includes(state)).length;
  return { groups: tasks.length, posted: inState("posted", "withdrawn"), late: inState("late") };
}
