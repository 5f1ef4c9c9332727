import "server-only";
import { whoIsSeen } from "@/lib/members/queries/who-is-seen";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import type { Actor } from "@/lib/shared/actor";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { canAnswerFeedback, canCommentFeedback, isAuthor } from "../policy";
import { findSubject } from "../queries/find-subject";
import { type CommentInput, commentInput } from "../schema";
import type { FeedbackComment } from "../types";
import { commentFields, commentViewOf } from "../view-fields";
import { unsafeLockFeedback } from "./lock-feedback";
import { unsafeTellAuthor } from "./tell-author";

/**
 * Writes into the story of an item: an answer of staff, of which the author is told (F3); a note among staff, of which
 * they are not; or the author's own words.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_input`
 */
export async function commentFeedback(
  ctx: TenantContext,
  { feedbackId, ...input }: CommentInput & { feedbackId: string },
): Promise<FeedbackComment> {
  const subject = await findSubject(ctx, feedbackId);
  authorize(canCommentFeedback(ctx.actor, subject));
  const { body, internal } = commentInput.parse(input);
  if (internal) authorize(canAnswerFeedback(ctx.actor, subject));
  const asAuthor = isAuthor(ctx.actor, subject);
  return inTransaction(ctx, async (tx) => {
    const item = await unsafeLockFeedback(tx, feedbackId);
    const comment = await tx.db.feedbackComment.create({
      data: {
        id: newId(),
        feedbackId,
        ...(asAuthor && !internal
          ? { authorKind: "member", authorId: subject.authorId }
          : commentAuthorOf(tx.actor)),
        body,
        internal,
        createdAt: tx.now,
      },
      select: commentFields,
    });
    await tx.db.feedback.updateMany({ where: { id: feedbackId }, data: { updatedAt: tx.now } });
    if (!internal) await unsafeTellAuthor(tx, item, { answer: body });
    return commentViewOf(comment, asAuthor ? "author" : "staff", await whoIsSeen(tx, [comment.authorId]));
  });
}

/** Whoever answers speaks for the organization: an admin of the community too. */
export function commentAuthorOf(actor: Actor): { authorKind: string; authorId: string | null } {
  switch (actor.kind) {
    case "system":
      return { authorKind: "system", authorId: null };
    case "staff":
      return { authorKind: "staff", authorId: actor.staffId };
    case "member":
      return { authorKind: "staff", authorId: actor.memberId };
  }
}
