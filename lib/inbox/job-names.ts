import { z } from "zod";

/** Sends an answer out of the house; sending it twice is the one thing it never does. */
export const sendReplyJob = { name: "inbox.send_reply", payload: z.object({ messageId: z.uuid() }) };

/** Brings a conversation back that was put aside until now. */
export const wakeJob = { name: "inbox.wake", payload: z.object({ conversationId: z.uuid() }) };

export function replyKey(messageId: string): string {
  return `inbox-reply:${messageId}`;
}

export function wakeKey(conversationId: string): string {
  return `inbox-wake:${conversationId}`;
}
