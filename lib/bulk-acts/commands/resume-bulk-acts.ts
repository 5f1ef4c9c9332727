import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { runBulkActName } from "../job-names";

/** After a restore, whose queue is empty: acts that were not at their end go on where their rows say. @returns how many */
export async function systemResumeBulkActs(ctx: TenantContext): Promise<number> {
  const open = await ctx.db.bulkAct.findMany({
    where: { status: { in: ["queued", "running"] } },
    select: { id: true },
  });
  for (const { id } of open) await enqueue(ctx.db, runBulkActName, { actId: id }, { key: `bulk_act:${id}` });
  return open.length;
}
