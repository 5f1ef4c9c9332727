import "server-only";
import { getMember } from "@/lib/members/queries/find-member";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { authorize } from "@/lib/shared/decision";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { findWindowEnd } from "@/lib/whatsapp/queries/windows";
import { announceInbox } from "../announce-inbox";
import { holdConversation, holdConversationOf, isAnsweredSince, placeEntry } from "../entry-sql";
import { replyKey, sendReplyJob } from "../job-names";
import { canUseConversation, canUseInbox } from "../policy";
import { findConversation, sharedCommunities } from "../queries/find-conversation";
import type { EntryFields, StartFields } from "../schema";
import type { HeldConversation } from "../types";
import { tellPerson } from "./tell-person";

/**
 * Answers a person by the way they wrote, or leaves a note among staff. An answer ends the waiting, opens what was put aside,
 * and makes who answers the one who looks after it where nobody did. With a `key` of before it is the entry of that time.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`; `answered_meanwhile` when somebody else answered after
 * `seenPosition`; `window_closed` when WhatsApp takes no free words to this person any more
 */
export async function answerConversation(
  ctx: TenantContext,
  { conversationId, ...entry }: EntryFields & { conversationId: string },
): Promise<{ id: string }> {
  await findConversation(ctx, conversationId);
  const id = await inTransaction(ctx, async (tx) => {
    const held = await holdConversation(tx.db, conversationId);
    if (!held) throw notFound();
    return await putEntry(tx, held, entry);
  });
  announceInbox(ctx, conversationId);
  return { id };
}

/**
 * Writes to somebody first, into their conversation in the portal.
 * @throws Refusal `not_found` for who is not theirs to see, `not_allowed`, `not_granted`
 */
export async function startConversation(
  ctx: TenantContext,
  { memberId, body, key }: StartFields,
): Promise<{ conversationId: string }> {
  authorize(canUseInbox(ctx.actor));
  await getMember(ctx, memberId);
  const communities = await sharedCommunities(ctx, memberId);
  authorize(canUseConversation(ctx.actor, communities === null || communities.length > 0));
  const conversationId = await inTransaction(ctx, async (tx) => {
    const held = await holdConversationOf(tx.db, { memberId, channel: "portal", now: tx.now });
    await putEntry(tx, held, { body, key, note: false, close: false });
    return held.id;
  });
  announceInbox(ctx, conversationId);
  return { conversationId };
}

async function putEntry(tx: TenantContext, held: HeldConversation, entry: EntryFields): Promise<string> {
  const { body, key = null, note, seenPosition, close } = entry;
  const known =
    key &&
    (await tx.db.inboxMessage.findFirst({ where: { conversationId: held.id, key }, select: { id: true } }));
  if (known) return known.id;
  const authorId = tx.actor.kind === "staff" ? tx.actor.staffId : null;
  if (note) return await placeEntry(tx.db, held, { kind: "note", authorId, body, key, at: tx.now });
  const since = seenPosition !== undefined && { position: seenPosition, authorId };
  if (since && (await isAnsweredSince(tx.db, held.id, since))) throw new Refusal("answered_meanwhile");
  const isOutside = held.channel === "whatsapp";
  if (isOutside && !(await findWindowEnd(tx.db, held.memberId))) throw new Refusal("window_closed");
  const state = isOutside ? "queued" : "sent";
  const id = await placeEntry(tx.db, held, { kind: "out", authorId, body, key, state, at: tx.now });
  await settle(tx, held, { authorId, close });
  if (isOutside) await enqueue(tx.db, sendReplyJob, { messageId: id }, { key: replyKey(id) });
  else await tellPerson(tx, held.memberId, body);
  return id;
}

async function settle(
  tx: TenantContext,
  held: HeldConversation,
  { authorId, close }: { authorId: string | null; close: boolean },
): Promise<void> {
  await tx.db.inboxConversation.updateMany({
    where: { id: held.id },
    data: {
      status: close ? "closed" : "open",
      snoozedUntil: null,
      waitingSince: null,
      replyDueAt: null,
      movedAt: tx.now,
      assigneeId: held.assigneeId ?? authorId,
    },
  });
  if (close) await placeEntry(tx.db, held, { kind: "event", event: "closed", authorId, at: tx.now });
}
