import { isId } from "@/lib/shared/ids";

/** What an answer is called at the provider for good: the same for every try, and it comes back with each status. */
export function replyId({ tenantId, messageId }: { tenantId: string; messageId: string }): string {
  return `inbox.${tenantId}.${messageId}`;
}

/** Which answer of a tenant it was; null when it was none. */
export function readReplyId(tenantId: string, text: string | null): string | null {
  const [kind, owner, messageId = "", ...more] = (text ?? "").split(".");
  return kind === "inbox" && owner === tenantId && more.length === 0 && isId(messageId) ? messageId : null;
}
