import type { InboxView } from "@/lib/inbox/rules";

export type InboxChoice = { view: InboxView; label?: string | undefined; cursor?: string | undefined };

/** The address of the inbox, or of one conversation, with the list beside it as chosen. */
export function inboxHref(slug: string, chosen: InboxChoice, conversationId?: string): string {
  const query = new URLSearchParams();
  if (chosen.view !== "open") query.set("view", chosen.view);
  if (chosen.label) query.set("label", chosen.label);
  if (chosen.cursor) query.set("cursor", chosen.cursor);
  const path = conversationId ? `/t/${slug}/inbox/${conversationId}` : `/t/${slug}/inbox`;
  return query.size > 0 ? `${path}?${query}` : path;
}
