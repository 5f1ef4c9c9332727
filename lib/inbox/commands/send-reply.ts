import "server-only";
import type { Outcome } from "@/lib/delivery/channels/channel";
import { sendWhatsappWords } from "@/lib/delivery/channels/whatsapp";
import type { TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { findWindowEnd } from "@/lib/whatsapp/queries/windows";
import { announceInbox } from "../announce-inbox";
import { claimReply, moveReply } from "../entry-sql";
import { replyKey, sendReplyJob } from "../job-names";
import { findConversation } from "../queries/find-conversation";
import { replyId } from "../reply-id";
import { canSendAgain } from "../rules";
import type { EntryState } from "../types";

const LATER_SECONDS = 30;

/**
 * Sends an answer by WhatsApp, once: it is taken in hand before the line is opened, so that one which a dead worker had in
 * hand is `unknown` until the provider tells of it, and never sent again by itself (A16). What did not go for sure goes later,
 * as long as the person's window is open.
 */
export async function systemSendReply(ctx: TenantContext, messageId: string): Promise<void> {
  if (!(await claimReply(ctx.db, messageId))) {
    await mark(ctx, messageId, { from: ["sending"], to: "unknown", reason: "no_answer" });
    return;
  }
  const message = await findToSend(ctx, messageId);
  if (!message) {
    await mark(ctx, messageId, { from: ["sending"], to: "failed", reason: "window_closed" });
    return;
  }
  const id = replyId({ tenantId: ctx.tenantId, messageId });
  const outcome = await sendWhatsappWords(ctx, { id, ...message });
  await keepOutcome(ctx, messageId, outcome);
}

async function findToSend(
  ctx: TenantContext,
  messageId: string,
): Promise<{ number: string; body: string } | null> {
  const message = await ctx.db.inboxMessage.findFirst({
    where: { id: messageId },
    select: { body: true, conversationId: true },
  });
  const conversation =
    message &&
    (await ctx.db.inboxConversation.findFirst({
      where: { id: message.conversationId },
      select: { memberId: true },
    }));
  if (!conversation || !(await findWindowEnd(ctx.db, conversation.memberId))) return null;
  const identifier = await ctx.db.identifier.findFirst({
    where: { memberId: conversation.memberId, kind: { in: ["phone", "whatsapp"] } },
    orderBy: [{ kind: "desc" }, { position: "asc" }, { id: "asc" }],
    select: { value: true },
  });
  return identifier && { number: identifier.value, body: message.body };
}

async function keepOutcome(ctx: TenantContext, messageId: string, outcome: Outcome): Promise<void> {
  // The provider may have told of it by a webhook before its own answer came.
  const from = ["sending", "unknown"] as const;
  switch (outcome.kind) {
    case "sent":
      return mark(ctx, messageId, { from, to: "sent", reason: null });
    case "failed":
      return mark(ctx, messageId, { from, to: "failed", reason: outcome.reason });
    case "unknown":
      return mark(ctx, messageId, { from, to: "unknown", reason: outcome.reason });
    case "later": {
      await mark(ctx, messageId, { from, to: "queued", reason: outcome.reason });
      const runAt = new Date(Date.now() + (outcome.afterSeconds ?? LATER_SECONDS) * 1_000);
      await enqueue(ctx.db, sendReplyJob, { messageId }, { key: replyKey(messageId), runAt });
    }
  }
}

type Move = { from: readonly EntryState[]; to: EntryState; reason: string | null };

async function mark(ctx: TenantContext, messageId: string, move: Move): Promise<void> {
  const conversationId = await moveReply(ctx.db, messageId, move);
  if (conversationId) announceInbox(ctx, conversationId);
}

/**
 * Sends an answer again that failed for sure.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `nothing_to_retry`, `window_closed`
 */
export async function sendReplyAgain(
  ctx: TenantContext,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<void> {
  const { memberId } = await findConversation(ctx, conversationId);
  const message = await ctx.db.inboxMessage.findFirst({
    where: { id: messageId, conversationId, kind: "out" },
    select: { state: true },
  });
  if (!message) throw notFound();
  if (!canSendAgain(message.state as EntryState)) throw new Refusal("nothing_to_retry");
  if (!(await findWindowEnd(ctx.db, memberId))) throw new Refusal("window_closed");
  const moved = await moveReply(ctx.db, messageId, { from: ["failed"], to: "queued", reason: null });
  if (!moved) throw new Refusal("nothing_to_retry");
  await enqueue(ctx.db, sendReplyJob, { messageId }, { key: replyKey(messageId) });
  announceInbox(ctx, moved);
}
