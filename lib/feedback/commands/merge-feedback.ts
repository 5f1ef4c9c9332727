import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { invalidInput, notFound } from "@/lib/shared/refusal";
import { lockFeedbackRows } from "../feedback-sql";
import { canAnswerFeedback } from "../policy";
import { findSubject, subjectOf } from "../queries/find-subject";
import { uniteVotes } from "../votes-sql";
import { unsafeTellAuthor } from "./tell-author";
import { recordMove } from "./update-feedback";

/**
 * Merges an item into another one of the actor's reach: its votes go over, its author is told, it stays readable, and `undoMerge`
 * takes it out again. Into
 * itself or into one that is merged already: `invalid_input`.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `illegal_transition`, `invalid_input`
 */
export async function mergeFeedback(
  ctx: TenantContext,
  { feedbackId, into }: { feedbackId: string; into: string },
): Promise<void> {
  authorize(canAnswerFeedback(ctx.actor, await findSubject(ctx, feedbackId)));
  return inTransaction(ctx, async (tx) => {
    const locked = await lockFeedbackRows(tx.db, [feedbackId, into]);
    const item = locked.find(({ id }) => id === feedbackId);
    const target = locked.find(({ id }) => id === into && id !== feedbackId);
    if (!item) throw notFound();
    const reachable = target && canAnswerFeedback(tx.actor, await subjectOf(tx, target)).ok;
    if (!reachable || target.status === "merged") throw invalidInput({ path: "into", code: "unknown_id" });
    await recordMove(tx, feedbackId, { from: item.status, to: "merged", reason: "" });
    await uniteVotes(tx.db, feedbackId, into);
    await tx.db.feedback.updateMany({
      where: { id: feedbackId },
      data: { status: "merged", mergedInto: into, updatedAt: tx.now },
    });
    await unsafeTellAuthor(tx, item, { status: "merged" });
  });
}
