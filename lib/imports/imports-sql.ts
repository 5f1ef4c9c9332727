import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { Db } from "@/lib/platform/db/clients";
import { AT_START, addCounts, MAX_KEPT_ERRORS, NO_COUNTS } from "./rules";
import type { ImportCounts, ImportJob, ImportProgress, ImportReview, StoredError } from "./types";

type HeldRow = { counts: Partial<ImportCounts>; progress: Partial<ImportProgress>; status: string };
export type Held = { counts: ImportCounts; progress: ImportProgress };

/** Takes an import up, or up again after a crash; null when it is not to be run. Counts the attempt. */
export async function claimImport(db: Db, id: string): Promise<ImportJob | null> {
  const rows = await db.$queryRaw<(Omit<ImportJob, "progress"> & { progress: Partial<ImportProgress> })[]>`
    UPDATE imports SET status = 'running',
      progress = progress || jsonb_build_object('attempts', coalesce((progress->>'attempts')::int, 0) + 1)
    WHERE tenant_id = current_tenant() AND id = ${id}::uuid AND status IN ('queued', 'running')
    RETURNING id, kind, file_id AS "fileId", community_id AS "communityId", group_id AS "groupId",
      dry_run AS "dryRun", options, created_by AS "createdBy", progress`;
  const [row] = rows;
  return row ? { ...row, progress: { ...AT_START, ...row.progress } } : null;
}

/** Holds a running import for the transaction of one chunk; null when it was stopped. */
export async function holdImport(db: Db, id: string): Promise<Held | null> {
  const [row] = await db.$queryRaw<HeldRow[]>`
    SELECT counts, progress, status FROM imports
    WHERE tenant_id = current_tenant() AND id = ${id}::uuid FOR UPDATE`;
  if (row?.status !== "running") return null;
  return { counts: { ...NO_COUNTS, ...row.counts }, progress: { ...AT_START, ...row.progress } };
}

export type Step = { counts: ImportCounts; errors: readonly StoredError[] };

/** Writes what a chunk added, and how far the import is now; the attempts begin anew. */
export async function saveStep(
  db: Db,
  id: string,
  held: Held,
  step: Step & { progress: Omit<ImportProgress, "attempts"> },
): Promise<void> {
  const progress: ImportProgress = { ...step.progress, attempts: 0 };
  await db.$executeRaw`
    UPDATE imports SET counts = ${JSON.stringify(addCounts(held.counts, step.counts))}::jsonb,
      progress = ${JSON.stringify(progress)}::jsonb,
      errors = CASE WHEN jsonb_array_length(errors) >= ${MAX_KEPT_ERRORS} THEN errors
        ELSE errors || ${JSON.stringify(step.errors.slice(0, MAX_KEPT_ERRORS))}::jsonb END
    WHERE tenant_id = current_tenant() AND id = ${id}::uuid`;
}

export type Ending = Partial<Step> & {
  status: "done" | "failed" | "needs_review";
  review?: ImportReview | null;
};

/** Ends a run, or hands it to a person. Counts and errors, where given, replace what the chunks wrote. */
export async function endImport(ctx: TenantContext, id: string, ending: Ending): Promise<void> {
  const counts = ending.counts ? JSON.stringify(ending.counts) : null;
  const errors = ending.errors ? JSON.stringify(ending.errors.slice(0, MAX_KEPT_ERRORS)) : null;
  const review = ending.review ? JSON.stringify(ending.review) : null;
  const finishedAt = ending.status === "needs_review" ? null : ctx.now;
  await ctx.db.$executeRaw`
    UPDATE imports SET status = ${ending.status}, counts = coalesce(${counts}::jsonb, counts),
      errors = coalesce(${errors}::jsonb, errors), review = ${review}::jsonb,
      finished_at = ${finishedAt}::timestamptz
    WHERE tenant_id = current_tenant() AND id = ${id}::uuid AND status = 'running'`;
}
