import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { admitWaitingJob } from "../job-names";

/**
 * Something of a community has become free: a seat, a place among its people or its rooms. Whoever waits for one of its
 * rooms is let in by a job of this transaction (L10); a join that comes before lets them in first. Nobody waits: nothing.
 */
export async function unsafeFreePlace(ctx: TenantContext, communityId: string): Promise<void> {
  const waiting = await ctx.db.waitingEntry.findFirst({ where: { communityId }, select: { memberId: true } });
  if (!waiting) return;
  await enqueue(ctx.db, admitWaitingJob, { communityId }, { key: `admit_waiting:${communityId}` });
}
