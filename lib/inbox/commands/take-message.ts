import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { findSettings } from "@/lib/tenants/queries/find-settings";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import { replyDueAt } from "../clock-rules";
import { holdConversationOf, placeEntry } from "../entry-sql";
import type { InboxChannel } from "../types";

export type Incoming = {
  memberId: string;
  channel: InboxChannel;
  body: string;
  /** The same again is the same message: of the writer's device, or the digest of the provider's id. */
  key: string;
  at: Date;
  /** The sending that is answered. */
  occurrenceId?: string | null;
};

/**
 * Puts what a person wrote into their conversation, which opens again by it; the clock of the first answer starts when nobody
 * was waiting before. Inside a transaction; the caller tells those who look. @returns the conversation
 */
export async function unsafeTakeMessage(
  tx: TenantContext,
  { memberId, channel, body, key, at, occurrenceId }: Incoming,
): Promise<string> {
  const held = await holdConversationOf(tx.db, { memberId, channel, now: tx.now });
  const known = await tx.db.inboxMessage.findFirst({
    where: { conversationId: held.id, key },
    select: { id: true },
  });
  if (known) return held.id;
  await placeEntry(tx.db, held, { kind: "in", body, key, at, refId: occurrenceId ?? null });
  const waits = held.waitingSince ? {} : { waitingSince: at, replyDueAt: await dueAt(tx, at) };
  await tx.db.inboxConversation.updateMany({
    where: { id: held.id },
    data: { status: "open", snoozedUntil: null, movedAt: tx.now, ...waits },
  });
  return held.id;
}

async function dueAt(tx: TenantContext, at: Date): Promise<Date> {
  const [settings, zone] = await Promise.all([findSettings(tx), findTimezone(tx)]);
  return replyDueAt(at, { hours: settings.inboxReplyHours, zone, business: settings });
}
