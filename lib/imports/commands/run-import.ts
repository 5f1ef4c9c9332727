import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { readFile } from "@/lib/platform/files/read-file";
import type { StaffRole } from "@/lib/shared/actor";
import { Refusal } from "@/lib/shared/refusal";
import { reachOf } from "@/lib/tenants/permissions";
import { claimImport, endImport } from "../imports-sql";
import type { ImportJob } from "../types";
import { importChat } from "./import-chat";
import { importMembers } from "./import-members";

/** A file that brings the worker down this often without a chunk in between is given up. */
const MAX_ATTEMPTS = 5;

/**
 * Runs an import, or goes on with one that a crash has stopped. May overlap with itself: each chunk is written by one
 * of the runs. Refusals end the import with their code; anything else is thrown, for the queue to try again.
 */
export async function runImport(ctx: TenantContext, { importId }: { importId: string }): Promise<void> {
  const job = await claimImport(ctx.db, importId);
  if (!job) return;
  const code = await refusalOf(ctx, job);
  if (code) return failWith(ctx, job, code);
  const file = await readFile(ctx, job.fileId);
  if (!file) return failWith(ctx, job, "file_gone");
  // The purpose names the import: what it does to memberships can be told from what others do, and taken back.
  const own: TenantContext = { ...ctx, actor: { kind: "system", purpose: `import:${job.id}` } };
  try {
    if (job.kind === "whatsapp_chat") await importChat(own, job, file.bytes);
    else await importMembers(own, job, file.bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await failWith(ctx, job, error.code);
  }
}

/** A right lost since the start stops the import (R7); so does a file that has failed too often. */
async function refusalOf(ctx: TenantContext, { createdBy, progress }: ImportJob): Promise<string | null> {
  if (progress.attempts > MAX_ATTEMPTS) return "gave_up";
  const where = { id: createdBy ?? "" };
  const staff = createdBy && (await ctx.db.staff.findFirst({ where, select: { role: true } }));
  const mayRun = staff && reachOf(staff.role as StaffRole, "imports.run") === "all";
  return mayRun ? null : "not_allowed";
}

function failWith(ctx: TenantContext, job: ImportJob, code: string): Promise<void> {
  return endImport(ctx, job.id, {
    status: "failed",
    errors: [{ row: 0, code, params: {}, column: null }],
  });
}
