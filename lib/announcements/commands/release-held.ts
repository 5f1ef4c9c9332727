import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { announceChange } from "../announce-change";
import { startJob, startKey } from "../job-names";
import { changeStatus } from "./change-status";

/** Why the plan holds an announcement: a payment is overdue, the tenant is to be deleted, no deliveries are left this month. */
export const HELD_REASONS = ["unpaid", "deletion", "plan_limit"] as const;

const HELD = { status: "paused", statusReason: { in: [...HELD_REASONS] } };

/** Whether the plan holds an announcement that was due, rather than somebody having paused it. */
export async function isHeld({ db }: TenantContext, id: string): Promise<boolean> {
  return (await db.announcement.count({ where: { ...HELD, id } })) > 0;
}

/**
 * Lets every announcement that the plan held go on, when it is paid for again. Each is looked at as when it was due: one that
 * is past its grace becomes `missed`, and staff decide (A12).
 */
export async function systemReleaseHeld(ctx: TenantContext): Promise<void> {
  const held = await ctx.db.announcement.findMany({
    where: HELD,
    select: { id: true, dueAt: true },
    orderBy: { id: "asc" },
  });
  for (const { id, dueAt } of held) {
    await inTransaction(ctx, (tx) => releaseAnnouncement(tx, id, dueAt ?? tx.now));
    announceChange(ctx, id);
  }
}

/** Puts a held announcement back to its time, which may be now or past. Inside a transaction. */
export async function releaseAnnouncement(tx: TenantContext, id: string, dueAt: Date): Promise<void> {
  await changeStatus(tx, id, "release", { changes: { dueAt } });
  await enqueue(tx.db, startJob, { announcementId: id }, { runAt: dueAt, key: startKey(id) });
}
