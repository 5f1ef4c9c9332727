import type { MessageView, Reacted } from "@/lib/conversations/types";
import type { AttachedMedia } from "@/lib/media/types";

/** What one has sent and the room does not show yet. */
export type Outgoing = {
  key: string;
  body: string;
  replyTo: string | null;
  mentions: readonly string[];
  media: readonly AttachedMedia[];
  sentAt: string;
  /** Why it did not go out; null while it is on its way. */
  problem: string | null;
};

export type RoomState = {
  /** Oldest first; a part of the room's history without a hole. */
  messages: readonly MessageView[];
  /** Where what was said before begins; null when all of it is here. */
  olderCursor: string | null;
  /** Where it goes on; null when it reaches the end, and takes what is said. */
  newerCursor: string | null;
  /** Up to here nothing is missing. */
  revision: number;
  outgoing: readonly Outgoing[];
  /** What stands at the top, the newest first; also from before what is loaded. */
  pinned: readonly MessageView[];
  isGone: boolean;
};

export type RoomEvent =
  | { type: "changed"; messages: readonly MessageView[]; revision: number; own?: readonly Reacted[] }
  | { type: "older"; messages: readonly MessageView[]; olderCursor: string | null }
  | { type: "newer"; messages: readonly MessageView[]; newerCursor: string | null }
  | { type: "sending"; outgoing: Outgoing }
  | { type: "failed"; key: string; problem: string }
  | { type: "dropped"; key: string }
  | { type: "gone" };

/** What a room looks like after something happened; the same event twice changes nothing (C3). */
export function nextRoom(state: RoomState, event: RoomEvent): RoomState {
  switch (event.type) {
    case "changed": {
      const messages = merged(state, event.own ? ownKept(state, event.messages, event.own) : event.messages);
      const revision = Math.max(state.revision, event.revision);
      const pinned = pinnedAfter(state.pinned, event.messages);
      return { ...state, messages, pinned, revision, outgoing: stillOut(state.outgoing, messages) };
    }
    case "older": {
      const messages = merged({ ...state, olderCursor: null }, event.messages);
      return { ...state, messages, olderCursor: event.olderCursor };
    }
    case "newer": {
      const messages = merged({ ...state, newerCursor: null }, event.messages);
      return { ...state, messages, newerCursor: event.newerCursor };
    }
    case "sending": {
      const others = state.outgoing.filter(({ key }) => key !== event.outgoing.key);
      return { ...state, outgoing: stillOut([...others, event.outgoing], state.messages) };
    }
    case "failed":
      return {
        ...state,
        outgoing: state.outgoing.map((each) =>
          each.key === event.key ? { ...each, problem: event.problem } : each,
        ),
      };
    case "dropped":
      return { ...state, outgoing: state.outgoing.filter(({ key }) => key !== event.key) };
    case "gone":
      return { ...state, isGone: true, messages: [], pinned: [], outgoing: [] };
  }
}

function pinnedAfter(
  pinned: readonly MessageView[],
  incoming: readonly MessageView[],
): readonly MessageView[] {
  const changed = incoming.filter(
    ({ id, pinnedAt, revision }) =>
      pinnedAt !== null || pinned.some((known) => known.id === id && known.revision < revision),
  );
  if (changed.length === 0) return pinned;
  const others = pinned.filter(({ id }) => changed.every((each) => each.id !== id));
  const standing = [...others, ...changed.filter(({ pinnedAt }) => pinnedAt !== null)];
  return standing.sort((a, b) => ((a.pinnedAt ?? "") < (b.pinnedAt ?? "") ? 1 : -1));
}

/** What is told to all of a room says of nobody's reaction that it is their own: that stays as it was, or as it was just told. */
function ownKept(
  { messages }: RoomState,
  incoming: readonly MessageView[],
  own: readonly Reacted[],
): readonly MessageView[] {
  return incoming.map((message) => {
    const told = own.find(({ messageId }) => messageId === message.id);
    const known = messages.find(({ id }) => id === message.id)?.ownReaction ?? null;
    return { ...message, ownReaction: told ? told.emoji : known };
  });
}

/** Of two pictures of a message the newer one; what is older or newer than all that is loaded comes with its own page. */
function merged(state: RoomState, incoming: readonly MessageView[]): readonly MessageView[] {
  if (incoming.length === 0) return state.messages;
  const byId = new Map(state.messages.map((message) => [message.id, message]));
  const [first] = state.messages;
  const last = state.messages.at(-1);
  for (const message of incoming) {
    const known = byId.get(message.id);
    const isBefore = first && state.olderCursor !== null && inOrder(message, first) < 0;
    const isAfter = last && state.newerCursor !== null && inOrder(message, last) > 0;
    if (known ? known.revision < message.revision : !(isBefore || isAfter)) byId.set(message.id, message);
  }
  return [...byId.values()].sort(inOrder);
}

function inOrder(a: MessageView, b: MessageView): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function stillOut(outgoing: readonly Outgoing[], messages: readonly MessageView[]): readonly Outgoing[] {
  if (outgoing.length === 0) return outgoing;
  const arrived = new Set(messages.map(({ key }) => key));
  return outgoing.filter(({ key }) => !arrived.has(key));
}
