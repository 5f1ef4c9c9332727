import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { authorize } from "@/lib/shared/decision";
import { invalidInput, notFound, Refusal } from "@/lib/shared/refusal";
import { runImportJob } from "../jobs";
import { canRunImports } from "../policy";
import { isOpenForReview } from "../rules";
import type { ReviewFields } from "../schema";
import type { ImportKind, ImportOptions, ImportStatus } from "../types";
import { resolvePlace, resolveRoom } from "./resolve-place";

/**
 * Answers what an import waits for, and lets it go on: the order of dates, who the authors are, columns, the place. A
 * checked dry run can be checked again, or started for real with `dryRun: false`.
 * @throws Refusal `not_allowed`, `not_found`, `illegal_transition`, `read_only`, `group_limit_reached`;
 * `invalid_input`: `unknown_id`, `group_required`
 */
export async function reviewImport(
  ctx: TenantContext,
  { id, ...fields }: ReviewFields & { id: string },
): Promise<void> {
  authorize(canRunImports(ctx.actor));
  await inTransaction(ctx, async (tx) => {
    // Held, so that of two answers at once the second finds it queued.
    await tx.db
      .$queryRaw`SELECT id FROM imports WHERE tenant_id = current_tenant() AND id = ${id}::uuid FOR UPDATE`;
    const known = await tx.db.import.findFirst({
      where: { id },
      select: {
        kind: true,
        status: true,
        dryRun: true,
        options: true,
        fileName: true,
        communityId: true,
        groupId: true,
      },
    });
    if (!known) throw notFound();
    const status = known.status as ImportStatus;
    if (!isOpenForReview({ status, dryRun: known.dryRun }))
      throw new Refusal("illegal_transition", { from: status, to: "queued" });
    const options = merge(known.options as ImportOptions, fields);
    await checkAuthors(tx, fields.authors ?? {});
    const place = await resolvePlace(tx, placeAsked(known, fields));
    const dryRun = fields.dryRun ?? known.dryRun;
    const kind = known.kind as ImportKind;
    const groupId = await resolveRoom(tx, { ...place, kind, dryRun, fileName: known.fileName });
    await tx.db.import.updateMany({
      where: { id },
      data: {
        status: "queued",
        options,
        dryRun,
        communityId: place.communityId,
        groupId,
        counts: {},
        errors: [],
        progress: {},
        finishedAt: null,
      },
    });
    await enqueue(tx.db, runImportJob, { importId: id });
  });
}

function placeAsked(known: { communityId: string | null; groupId: string | null }, fields: ReviewFields) {
  if (fields.communityId === undefined && fields.groupId === undefined) return known;
  return { communityId: fields.communityId, groupId: fields.groupId };
}

function merge(known: ImportOptions, fields: ReviewFields): ImportOptions {
  return {
    timezone: fields.timezone ?? known.timezone,
    country: fields.country ?? known.country,
    dateOrder: fields.dateOrder ?? known.dateOrder,
    mapping: fields.mapping ?? known.mapping,
    mode: fields.mode ?? known.mode,
    authors: { ...known.authors, ...fields.authors },
  };
}

async function checkAuthors(ctx: TenantContext, authors: Record<string, string>): Promise<void> {
  const wanted = [...new Set(Object.values(authors))];
  const found = await ctx.db.member.findMany({ where: { id: { in: wanted } }, select: { id: true } });
  const known = new Set(found.map(({ id }) => id));
  const issues = Object.entries(authors).flatMap(([name, memberId]) =>
    known.has(memberId) ? [] : [{ path: `authors.${name}`, code: "unknown_id" }],
  );
  if (issues.length > 0) throw invalidInput(...issues);
}
