import "server-only";
import { sendFeedback } from "@/lib/feedback/commands/send-feedback";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import { announceInbox } from "../announce-inbox";
import { holdConversation, placeEntry } from "../entry-sql";
import { findConversation } from "../queries/find-conversation";
import type { FeedbackFields } from "../schema";

/**
 * Makes an item of feedback of what somebody wrote (F1): theirs, and named in the conversation.
 * @throws Refusal `not_found`, and as `sendFeedback`
 */
export async function makeFeedback(
  ctx: TenantContext,
  { conversationId, ...fields }: FeedbackFields & { conversationId: string },
): Promise<{ feedbackId: string }> {
  const { memberId } = await findConversation(ctx, conversationId);
  const feedbackId = await inTransaction(ctx, async (tx) => {
    const held = await holdConversation(tx.db, conversationId);
    if (!held) throw notFound();
    const { id } = await sendFeedback(tx, { ...fields, memberId });
    const known = await tx.db.inboxMessage.count({ where: { conversationId, refId: id } });
    const authorId = tx.actor.kind === "staff" ? tx.actor.staffId : null;
    if (known === 0)
      await placeEntry(tx.db, held, {
        kind: "event",
        event: "made_feedback",
        refId: id,
        authorId,
        at: tx.now,
      });
    return id;
  });
  announceInbox(ctx, conversationId);
  return { feedbackId };
}
