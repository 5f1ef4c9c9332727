import "server-only";
import type { SendingOccurrence } from "@/lib/delivery/channels/channel";
import { settleRelayed } from "@/lib/delivery/commands/relay-outcomes";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { turnOf } from "../rules";
import { lockTasks } from "../tasks-sql";
import { tellPosters } from "./tell-posters";

/**
 * What the worker does with the tasks of an occurrence that is being sent: ticks that stand become deliveries, tasks that nobody did
 * in time end, and people are told what waits for them. Safe to run twice and at once: the tasks are locked, and what is
 * decided stays.
 * @returns when there is something to do again; null when all are decided, or nothing is posted by hand
 */
export async function systemTendTasks(
  ctx: TenantContext,
  occurrence: SendingOccurrence,
): Promise<Date | null> {
  if (!occurrence.channels.includes("relay")) return null;
  return await inTransaction(ctx, async (tx) => {
    const { count, close, open, nextAt } = turnOf(await lockTasks(tx.db, occurrence.id), tx.now);
    const groupsOf = (tasks: typeof open) => tasks.map(({ groupId }) => groupId);
    await settleRelayed(tx, occurrence, { postedIds: groupsOf(count), openIds: groupsOf(open) });
    const idsOf = (tasks: typeof open) => tasks.map(({ id }) => id);
    if (count.length > 0)
      await tx.db.relayTask.updateMany({ where: { id: { in: idsOf(count) } }, data: { countedAt: tx.now } });
    if (close.length > 0)
      await tx.db.relayTask.updateMany({ where: { id: { in: idsOf(close) } }, data: { closedAt: tx.now } });
    await tellPosters(tx, idsOf(open));
    return nextAt;
  });
}
