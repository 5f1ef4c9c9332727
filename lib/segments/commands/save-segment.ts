import "server-only";
import { createHash } from "node:crypto";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { AuditValues } from "@/lib/audit/types";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { checkFilter } from "../check-filter";
import { canChangeSegment } from "../policy";
import { getSegment, segmentColumns, toSegment } from "../queries/find-segment";
import type { CreateSegmentInput, SegmentFilter, UpdateSegmentInput } from "../schema";
import type { Segment } from "../types";

/** Saves a filter under a name. @throws Refusal `not_allowed`, `invalid_input` at the condition. */
export async function createSegment(
  ctx: TenantContext,
  { name, filter }: CreateSegmentInput,
): Promise<Segment> {
  await checkFilter(ctx, filter);
  const data = {
    id: newId(),
    name,
    filter,
    createdBy: ctx.actor.kind === "staff" ? ctx.actor.staffId : null,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
  return inTransaction(ctx, async (tx) => {
    const segment = toSegment(await tx.db.segment.create({ data, select: segmentColumns }));
    await recordAudit(tx, {
      action: "segment.created",
      subjectKind: "segment",
      subjectId: segment.id,
      after: picture(segment),
    });
    return segment;
  });
}

/**
 * Changes name or filter; what is scheduled for the segment follows, except what was approved for it as it was (A19).
 * @throws Refusal `not_found`, `not_allowed`, `invalid_input`.
 */
export async function updateSegment(
  ctx: TenantContext,
  id: string,
  input: UpdateSegmentInput,
): Promise<Segment> {
  const before = await getSegment(ctx, id);
  authorize(canChangeSegment(ctx.actor, before));
  if (input.filter) await checkFilter(ctx, input.filter);
  return inTransaction(ctx, async (tx) => {
    await tx.db.segment.updateMany({
      where: { id, archivedAt: null },
      data: {
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(input.filter ? { filter: input.filter } : {}),
        updatedAt: tx.now,
      },
    });
    const after = await getSegment(tx, id);
    await recordAudit(tx, {
      action: "segment.updated",
      subjectKind: "segment",
      subjectId: id,
      before: picture(before),
      after: picture(after),
    });
    return after;
  });
}

/** Takes a segment out of the lists; announcements that name it go on. @throws Refusal `not_found`, `not_allowed`. */
export async function archiveSegment(ctx: TenantContext, id: string): Promise<void> {
  authorize(canChangeSegment(ctx.actor, await getSegment(ctx, id)));
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.segment.updateMany({
      where: { id, archivedAt: null },
      data: { archivedAt: tx.now },
    });
    if (count === 0) throw notFound();
    await recordAudit(tx, { action: "segment.archived", subjectKind: "segment", subjectId: id });
  });
}

/** What the audit may hold of a segment: its conditions may name people, so of them a fingerprint only (X29). */
function picture({ name, filter }: { name: string; filter: SegmentFilter }): AuditValues {
  const fingerprint = createHash("sha256").update(JSON.stringify(filter)).digest("hex").slice(0, 8);
  return { name, filter: fingerprint };
}
