import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import type { FeedbackComment, FeedbackView } from "../types";
import { commentFields, commentViewOf, feedbackFields, viewOf } from "../view-fields";

const MOST_COMMENTS = 500;

/**
 * An item that the acting member sent, from the author's side also where they administer its community: the portal is
 * where they are the author. @throws Refusal `not_found`
 */
export async function getOwnFeedback(
  ctx: TenantContext,
  id: string,
): Promise<{ item: FeedbackView; comments: FeedbackComment[] }> {
  if (ctx.actor.kind !== "member") throw notFound();
  const record = await ctx.db.feedback.findFirst({
    where: { id, memberId: ctx.actor.memberId },
    select: feedbackFields,
  });
  if (!record) throw notFound();
  const comments = await ctx.db.feedbackComment.findMany({
    where: { feedbackId: id, internal: false },
    select: commentFields,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST_COMMENTS,
  });
  const { memberId } = ctx.actor;
  const isSelf = (id: string | null) => id === memberId;
  return {
    item: viewOf(record, "author", isSelf),
    comments: comments.map((comment) => commentViewOf(comment, "author", isSelf)),
  };
}
