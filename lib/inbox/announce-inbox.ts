import "server-only";
import { publishChange } from "@/lib/platform/db/notify";
import type { Presence } from "./presence";

/** Wakes those who look at the inbox, and the person whose conversation it is. Call it after the transaction, never inside. */
export function announceInbox(ctx: { tenantId: string }, conversationId: string): void {
  publishChange({ tenantId: ctx.tenantId, subject: "inbox", id: conversationId });
}

/** Tells who else looks at a conversation or writes in it. */
export function announcePresence(
  ctx: { tenantId: string },
  { conversationId, staffId, presence }: { conversationId: string; staffId: string; presence: Presence },
): void {
  publishChange({
    tenantId: ctx.tenantId,
    subject: "inbox_presence",
    id: `${conversationId}:${staffId}:${presence}`,
  });
}
