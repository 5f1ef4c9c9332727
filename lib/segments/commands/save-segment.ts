import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { givenOnly } from "@/lib/shared/given-only";
import { newId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { auditValuesOf, segmentChange } from "../audit-rules";
import { checkFilter } from "../check-filter";
import { canChangeSegment } from "../policy";
import { getSegment } from "../queries/find-segment";
import type { CreateSegmentInput, UpdateSegmentInput } from "../schema";
import type { Segment } from "../types";

/** Saves a filter under a name. @throws Refusal `not_allowed`, `invalid_input` at the condition. */
export async function createSegment(ctx: TenantContext, input: CreateSegmentInput): Promise<Segment> {
  await checkFilter(ctx, input.filter);
  return await inTransaction(ctx, async (tx) => {
    const id = newId();
    const createdBy = tx.actor.kind === "staff" ? tx.actor.staffId : null;
    await tx.db.segment.create({
      data: { id, ...input, createdBy, createdAt: tx.now, updatedAt: tx.now },
      select: { id: true },
    });
    await recordAudit(tx, { ...about(id), action: "segment.created", after: auditValuesOf(input) });
    return await getSegment(tx, id);
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
  authorize(canChangeSegment(ctx.actor, await getSegment(ctx, id)));
  if (input.filter) await checkFilter(ctx, input.filter);
  return await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.segment.updateMany({
      where: { id, archivedAt: null },
      data: { updatedAt: tx.now },
    });
    if (count === 0) throw notFound();
    // Read under the lock that the first writing took, so that two changes at once are two events.
    const before = await getSegment(tx, id);
    await tx.db.segment.updateMany({ where: { id }, data: givenOnly(input) });
    const after = await getSegment(tx, id);
    const change = segmentChange(before, after);
    if (change) await recordAudit(tx, { ...about(id), action: "segment.updated", ...change });
    return after;
  });
}

/** Takes a segment out of the lists; announcements that name it go on. @throws Refusal `not_found`, `not_allowed`. */
export async function archiveSegment(ctx: TenantContext, id: string): Promise<void> {
  const segment = await getSegment(ctx, id);
  authorize(canChangeSegment(ctx.actor, segment));
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.segment.updateMany({
      where: { id, archivedAt: null },
      data: { archivedAt: tx.now },
    });
    if (count === 0) throw notFound();
    await recordAudit(tx, { ...about(id), action: "segment.archived", before: auditValuesOf(segment) });
  });
}

const about = (id: string) => ({ subjectKind: "segment", subjectId: id }) as const;
