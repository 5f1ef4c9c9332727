import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { runImportJob } from "../jobs";

/** After a restore, whose queue is empty: imports that were not at their end go on where their rows say. @returns how many */
export async function systemResumeImports(ctx: TenantContext): Promise<number> {
  const open = await ctx.db.import.findMany({
    where: { status: { in: ["queued", "running"] } },
    select: { id: true },
  });
  for (const { id } of open) await enqueue(ctx.db, runImportJob, { importId: id });
  return open.length;
}
