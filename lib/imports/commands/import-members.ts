import "server-only";
import { setImmediate as pause } from "node:timers/promises";
import { findFields } from "@/lib/fields/queries/list-fields";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import type { OwnField } from "../csv/map-columns";
import { readCsv } from "../csv/read-csv";
import { makeMemberReader } from "../csv/read-members";
import { readXlsx } from "../csv/read-xlsx";
import type { RowResult, Table } from "../csv/types";
import { endImport, holdImport, type Step, saveStep } from "../imports-sql";
import { addCounts, NO_COUNTS } from "../rules";
import type { ImportJob, StoredError, TableReview } from "../types";
import { type GoodRow, writeMembers } from "./write-members";

// Reading phones costs about 17 µs each: a slice holds the event loop for some 20 ms.
const SLICE_ROWS = 1_000;
const CHUNK_ROWS = 2_000;
const SAMPLE_ROWS = 10;

type Reading = { good: GoodRow[]; step: Step; review: TableReview };

/** Undoes a transaction while its outcome is kept: a dry run, or one bad row of all-or-nothing. */
class TakenBack extends Error {
  readonly step: Step;
  constructor(step: Step) {
    super("taken back");
    this.step = step;
  }
}

/**
 * Brings the people of a table in (I1). Chunks are transactions that move the progress on, so that a run which was
 * killed goes on where it was. Dry runs, and all-or-nothing, write in one transaction, and take it back where it must.
 */
export async function importMembers(ctx: TenantContext, job: ImportJob, bytes: Uint8Array): Promise<void> {
  const file = job.kind === "members_csv" ? readCsv(bytes) : await readXlsx(bytes);
  if (!file.ok) {
    const { code, params } = file;
    return endImport(ctx, job.id, { status: "failed", errors: [{ row: 0, code, params, column: null }] });
  }
  const reading = await readAll(job, file.table, await findFields(ctx));
  if ("problems" in reading) {
    const { problems, review } = reading;
    return endImport(ctx, job.id, { status: "failed", errors: problems, review });
  }
  if (job.dryRun) return rehearse(ctx, job, reading);
  if (job.options.mode === "all_or_nothing") return writeAllOrNothing(ctx, job, reading);
  return writeInChunks(ctx, job, reading);
}

async function readAll(
  job: ImportJob,
  table: Table,
  own: readonly OwnField[],
): Promise<Reading | { problems: StoredError[]; review: TableReview }> {
  const { country, mapping } = job.options;
  const reader = makeMemberReader(table.header, { country, own, ...(mapping && { mapping }) });
  const sample = table.rows.slice(0, SAMPLE_ROWS).map(({ row, cells }) => ({
    row,
    cells: cells.slice(0, reader.columns.length).map((cell) => cell.slice(0, 200)),
  }));
  const review: TableReview = { kind: "table", columns: reader.columns, sample };
  if (reader.problems.length > 0) {
    const row = table.headerLine;
    const problems = reader.problems.map(({ code, value }) => ({
      row,
      code,
      params: { value },
      column: null,
    }));
    return { problems, review };
  }
  const results: RowResult[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (index % SLICE_ROWS === SLICE_ROWS - 1) await pause();
    results.push(reader.readRow(row));
  }
  return { good: goodRows(results), step: readingStep(results), review };
}

function goodRows(results: readonly RowResult[]): GoodRow[] {
  return results.flatMap(({ ok, row, member, duplicateOf }) =>
    ok && member && duplicateOf === undefined ? [{ row, member }] : [],
  );
}

/** A row that repeats an earlier person is told as unchanged: what it adds is in the earlier row. */
function readingStep(results: readonly RowResult[]): Step {
  const bad = results.filter(({ ok }) => !ok);
  const repeated = results.filter(({ ok, duplicateOf }) => ok && duplicateOf !== undefined);
  return {
    counts: { ...NO_COUNTS, rows: results.length, skipped: bad.length, unchanged: repeated.length },
    errors: bad.flatMap(({ row, errors }) => errors.map((error) => ({ row, ...error }))),
  };
}

async function writeInChunks(ctx: TenantContext, job: ImportJob, { good, step }: Reading): Promise<void> {
  const total = good.length;
  if (!job.progress.started) {
    const isOurs = await moveOn(ctx, job.id, null, async () => ({ step, next: 0, total }));
    if (!isOurs) return;
  }
  for (let next = job.progress.next; next < total; next += CHUNK_ROWS) {
    const chunk = good.slice(next, next + CHUNK_ROWS);
    const isOurs = await moveOn(ctx, job.id, next, async (tx) => ({
      step: await writeMembers(tx, job, chunk),
      next: Math.min(next + CHUNK_ROWS, total),
      total,
    }));
    if (!isOurs) return;
  }
  await endImport(ctx, job.id, { status: "done" });
}

type Moved = { step: Step; next: number; total: number };

/** One chunk: held, written, moved on. False when another run of the same import has gone past this point. */
export function moveOn(
  ctx: TenantContext,
  id: string,
  from: number | null,
  write: (tx: TenantContext) => Promise<Moved>,
): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const held = await holdImport(tx.db, id);
    const at = held?.progress.started ? held.progress.next : null;
    if (!held || at !== from) return false;
    const { step, next, total } = await write(tx);
    await saveStep(tx.db, id, held, { ...step, progress: { started: true, next, total } });
    return true;
  });
}

async function rehearse(ctx: TenantContext, job: ImportJob, reading: Reading): Promise<void> {
  const step = await writeAndTakeBack(ctx, job, reading, () => true);
  await endImport(ctx, job.id, { status: "done", ...step, review: reading.review });
}

async function writeAllOrNothing(ctx: TenantContext, job: ImportJob, reading: Reading): Promise<void> {
  const step =
    reading.step.errors.length > 0
      ? reading.step
      : await writeAndTakeBack(ctx, job, reading, ({ errors }) => errors.length > 0);
  if (step.errors.length === 0) return;
  const { rows } = reading.step.counts;
  const counts = { ...NO_COUNTS, rows, skipped: rows };
  await endImport(ctx, job.id, { status: "failed", counts, errors: step.errors });
}

/** Writes everything in one transaction; when `isTakenBack` says so after all, nothing of it stays. */
async function writeAndTakeBack(
  ctx: TenantContext,
  job: ImportJob,
  { good, step: read }: Reading,
  isTakenBack: (step: Step) => boolean,
): Promise<Step> {
  try {
    return await inTransaction(ctx, async (tx) => {
      const step = join(read, await writeMembers(tx, job, good));
      if (isTakenBack(step)) throw new TakenBack(step);
      await endImport(tx, job.id, { status: "done", ...step });
      return step;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.step;
    throw error;
  }
}

function join(a: Step, b: Step): Step {
  return { counts: addCounts(a.counts, b.counts), errors: [...a.errors, ...b.errors] };
}
