/** How long one's own message can be changed (C1). */
export const EDIT_MINUTES = 15;

/** The longest message; WhatsApp's own limit, so that whatever comes from there fits. */
export const MAX_BODY_LENGTH = 65_536;

/** Whether a message can still be changed. */
export function isEditable(
  message: { createdAt: Date; kind: string; removedAt: Date | null },
  now: Date,
): boolean {
  const age = now.getTime() - message.createdAt.getTime();
  return message.kind === "text" && message.removedAt === null && age <= EDIT_MINUTES * 60_000;
}
