import "server-only";
import { takeWhatsappEvents } from "@/lib/delivery/commands/take-whatsapp-events";
import { findBySender } from "@/lib/members/queries/find-by-sender";
import type { TenantContext } from "@/lib/platform/context";
import { systemHandleEvents } from "@/lib/whatsapp/commands/handle-events";
import { reasonOf } from "@/lib/whatsapp/error-rules";
import { wordSaid } from "@/lib/whatsapp/rules";
import type { StoredEvent } from "@/lib/whatsapp/types";
import { announceInbox } from "../announce-inbox";
import { moveReply } from "../entry-sql";
import { readReplyId } from "../reply-id";
import { isForward } from "../rules";
import type { EntryState } from "../types";
import { unsafeTakeMessage } from "./take-message";

/**
 * Handles what WhatsApp told: deliveries move, people are heard, answers of the inbox move, and what people wrote lies in the
 * inbox; all of it in the transaction in which it counts as handled (X10, X26).
 */
export async function systemTakeWhatsapp(ctx: TenantContext): Promise<void> {
  const touched = new Set<string>();
  await systemHandleEvents(ctx, async (tx, events) => {
    const isReply = (event: StoredEvent) =>
      event.kind === "status" && readReplyId(tx.tenantId, event.letter) !== null;
    const others = events.filter((event) => !isReply(event));
    const unknown = await takeWhatsappEvents(tx, others);
    for (const event of events.filter(isReply)) await moveByNews(tx, event, touched);
    const written = others.filter(({ kind, words }) => kind === "message" && words !== null);
    await takeWords(tx, written, touched);
    return unknown;
  });
  for (const id of touched) announceInbox(ctx, id);
}

const STATES: readonly EntryState[] = ["sent", "delivered", "read", "failed"];
const EARLIER: readonly EntryState[] = [
  "queued",
  "sending",
  "unknown",
  "failed",
  "sent",
  "delivered",
  "read",
];

async function moveByNews(tx: TenantContext, event: StoredEvent, touched: Set<string>): Promise<void> {
  const messageId = readReplyId(tx.tenantId, event.letter);
  const to = STATES.find((known) => known === event.status);
  if (!messageId || !to) return;
  const from = EARLIER.filter((state) => isForward(state, to));
  const reason = to === "failed" ? reasonOf(event.code) : null;
  const conversationId = await moveReply(tx.db, messageId, { from, to, reason });
  if (conversationId) touched.add(conversationId);
}

/** In the order of people, so that two workers never wait for each other; of each in the order of time. */
async function takeWords(
  tx: TenantContext,
  events: readonly StoredEvent[],
  touched: Set<string>,
): Promise<void> {
  const known: { memberId: string; event: StoredEvent }[] = [];
  for (const event of events) {
    // Words about being written to are heard elsewhere, and wait for no answer (P16).
    const memberId = event.sender && !wordSaid(event.words ?? "") && (await findBySender(tx, event.sender));
    if (memberId) known.push({ memberId, event });
  }
  known.sort((a, b) => a.memberId.localeCompare(b.memberId) || a.event.at.getTime() - b.event.at.getTime());
  for (const { memberId, event } of known) {
    const { words, digest: key, at } = event;
    touched.add(await unsafeTakeMessage(tx, { memberId, channel: "whatsapp", body: words ?? "", key, at }));
  }
}
