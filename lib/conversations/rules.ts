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
  const isTheirs = message.kind === "text" || message.kind === "media";
  return isTheirs && message.removedAt === null && age <= EDIT_MINUTES * 60_000;
}

/** How many people one message calls at most. */
export const MOST_MENTIONS = 20;

/** How many messages stand at the top of a room at most; one more takes the place of the oldest. */
export const MOST_PINS = 3;

/** How long one may say why one reports a message. */
export const MOST_REASON_LENGTH = 2_000;

/** For how long somebody is kept from writing at most: 30 days. Longer is a ban. */
export const MOST_SILENT_MINUTES = 30 * 24 * 60;

/** How long each waits between two messages of a slow room at most: an hour. */
export const MOST_SLOW_SECONDS = 3_600;

const CALLED = /<@(\d{1,2})>/gu;
/** What stands where somebody was called who is not in the room any more. */
const NOBODY = "@…";

/** A body as it is kept: in place of `@` and the name of whom it calls, a mark with their place among those it calls (P13). */
export function withMarks(
  body: string,
  people: readonly { id: string; name: string }[],
): { body: string; mentions: string[] } {
  const mentions: string[] = [];
  let marked = body;
  // The longer name first: "Ana Souza" is not "Ana" with something after it.
  for (const { id, name } of [...people].sort((a, b) => b.name.length - a.name.length)) {
    if (name === "" || !marked.includes(`@${name}`)) continue;
    mentions.push(id);
    marked = marked.replaceAll(`@${name}`, `<@${mentions.length}>`);
  }
  return { body: marked, mentions };
}

/** A kept body as it is read: each mark is `@` and the name at its place, or nobody's. */
export function withNames(body: string, nameAt: (place: number) => string | null): string {
  return body.replace(CALLED, (_, place: string) => {
    const name = nameAt(Number(place));
    return name === null ? NOBODY : `@${name}`;
  });
}
