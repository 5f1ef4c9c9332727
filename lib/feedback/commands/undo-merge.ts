import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { lockFeedbackRows } from "../feedback-sql";
import { canAnswerFeedback } from "../policy";
import { findSubject } from "../queries/find-subject";
import type { FeedbackStatus } from "../types";
import { partVotes } from "../votes-sql";
import { commentAuthorOf } from "./comment-feedback";
import { unsafeTellAuthor } from "./tell-author";

/**
 * Takes an item out again of the one it was merged into: it stands where it stood before, the votes that came with it go, and
 * whoever voted for the other one themself stays counted there.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `illegal_transition` when it is not merged
 */
export async function undoMerge(ctx: TenantContext, feedbackId: string): Promise<void> {
  authorize(canAnswerFeedback(ctx.actor, await findSubject(ctx, feedbackId)));
  return inTransaction(ctx, async (tx) => {
    const known = await tx.db.feedback.findFirst({ where: { id: feedbackId }, select: { mergedInto: true } });
    const locked = await lockFeedbackRows(tx.db, [
      feedbackId,
      ...(known?.mergedInto ? [known.mergedInto] : []),
    ]);
    const item = locked.find(({ id }) => id === feedbackId);
    if (!item) throw notFound();
    if (item.status !== "merged" || !item.mergedInto)
      throw new Refusal("illegal_transition", { from: item.status, to: item.status });
    const status = await statusBefore(tx, feedbackId);
    await partVotes(tx.db, feedbackId, item.mergedInto);
    await tx.db.feedback.updateMany({
      where: { id: feedbackId },
      data: { status, mergedInto: null, updatedAt: tx.now },
    });
    await tx.db.feedbackComment.create({
      data: {
        id: newId(),
        feedbackId,
        ...commentAuthorOf(tx.actor),
        body: "",
        fromStatus: "merged",
        toStatus: status,
        createdAt: tx.now,
      },
      select: { id: true },
    });
    await unsafeTellAuthor(tx, item, { status });
  });
}

async function statusBefore(tx: TenantContext, feedbackId: string): Promise<FeedbackStatus> {
  const merging = await tx.db.feedbackComment.findFirst({
    where: { feedbackId, toStatus: "merged" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { fromStatus: true },
  });
  return (merging?.fromStatus ?? "new") as FeedbackStatus;
}
