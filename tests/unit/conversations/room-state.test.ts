import fc from "fast-check";
import { expect, test } from "vitest";
import { nextRoom, type RoomEvent, type RoomState } from "@/components/conversations/room-state";
import type { MessageView } from "@/lib/conversations/types";

const message = (n: number, given: Partial<MessageView> = {}): MessageView => ({
  id: `m${String(n).padStart(3, "0")}`,
  groupId: "g",
  authorId: "a",
  authorName: "Ana",
  formerMember: null,
  byTeam: false,
  body: `palavra ${n}`,
  kind: "text",
  mediaName: null,
  media: [],
  link: null,
  replyTo: null,
  quote: null,
  mentions: [],
  pinnedAt: null,
  reactions: [],
  ownReaction: null,
  position: n,
  revision: n,
  key: `k${n}`,
  createdAt: new Date(Date.UTC(2026, 2, 3, 12, 0, n)).toISOString(),
  editedAt: null,
  removedAt: null,
  removedBy: null,
  ...given,
});
const empty: RoomState = {
  messages: [],
  olderCursor: null,
  newerCursor: null,
  revision: 0,
  outgoing: [],
  pinned: [],
  isGone: false,
};
const changed = (...messages: MessageView[]): RoomEvent => ({
  type: "changed",
  messages,
  revision: Math.max(0, ...messages.map(({ revision }) => revision)),
});
const bodies = ({ messages }: RoomState) => messages.map(({ body }) => body);

test("C3: however changes come, twice or out of order, each message is there once, in its newest form and in order", () => {
  const edits = [1, 2, 3, 4, 5].map((n) => message(n, { body: `mudada ${n}`, revision: 10 + n }));
  const all = [...[1, 2, 3, 4, 5].map((n) => message(n)), ...edits];
  const order = fc.shuffledSubarray([...all, ...all], { minLength: 20 });
  fc.assert(
    fc.property(order, (pieces) => {
      const end = pieces.reduce((state, piece) => nextRoom(state, changed(piece)), empty);
      expect(bodies(end)).toEqual(edits.map(({ body }) => body));
      expect(end.revision).toBe(15);
    }),
  );
});

test("what one sends is shown until the room shows it, whichever comes first", () => {
  const outgoing = {
    key: "k1",
    body: "oi",
    replyTo: null,
    mentions: [],
    media: [],
    sentAt: "",
    problem: null,
  };
  const sending = nextRoom(empty, { type: "sending", outgoing });
  expect(sending.outgoing).toHaveLength(1);
  expect(nextRoom(sending, changed(message(1))).outgoing).toEqual([]);
  const early = nextRoom(nextRoom(empty, changed(message(1))), { type: "sending", outgoing });
  expect(early.outgoing).toEqual([]);
});

test("what did not go out says why, and goes again under the same key", () => {
  const outgoing = {
    key: "k1",
    body: "oi",
    replyTo: null,
    mentions: [],
    media: [],
    sentAt: "",
    problem: null,
  };
  const failed = nextRoom(nextRoom(empty, { type: "sending", outgoing }), {
    type: "failed",
    key: "k1",
    problem: "Sem conexão",
  });
  expect(failed.outgoing).toEqual([{ ...outgoing, problem: "Sem conexão" }]);
  expect(nextRoom(failed, { type: "sending", outgoing }).outgoing).toEqual([outgoing]);
  expect(nextRoom(failed, { type: "dropped", key: "k1" }).outgoing).toEqual([]);
});

test("a change of a message older than what is loaded waits for its page, so that there is no hole", () => {
  const start = { ...empty, messages: [message(5)], olderCursor: "c", revision: 5 };
  const edited = nextRoom(start, changed(message(2, { revision: 6 })));
  expect(bodies(edited)).toEqual(["palavra 5"]);
  const paged = nextRoom(edited, { type: "older", messages: [message(4), message(3)], olderCursor: null });
  expect(bodies(paged)).toEqual(["palavra 3", "palavra 4", "palavra 5"]);
});

test("R7: who is no longer in the room has nothing of it on the page", () => {
  const gone = nextRoom({ ...empty, messages: [message(1)] }, { type: "gone" });
  expect(gone).toMatchObject({ isGone: true, messages: [], outgoing: [] });
});

test("what is told to all of a room takes nobody's own reaction from them, and brings it from another of their devices", () => {
  const mine = message(1, { ownReaction: "👍", reactions: [{ emoji: "👍", count: 1 }] });
  const start = nextRoom(empty, changed(mine));
  const told = { type: "changed", messages: [message(1, { revision: 2 })], revision: 2, own: [] } as const;
  expect(nextRoom(start, told).messages[0]?.ownReaction).toBe("👍");
  const own = [{ messageId: mine.id, memberId: "me", emoji: "🎉" }];
  expect(nextRoom(start, { ...told, own }).messages[0]?.ownReaction).toBe("🎉");
});

test("C3: in the middle of a room's history, what is said at its end waits for its own page", () => {
  const far: RoomState = { ...empty, messages: [message(3), message(4)], newerCursor: "c", revision: 9 };
  const told = nextRoom(far, changed(message(9), message(4, { body: "melhor", revision: 10 })));
  expect(told.messages.map(({ id, body }) => [id, body])).toEqual([
    ["m003", "palavra 3"],
    ["m004", "melhor"],
  ]);
  const page = [message(5), message(9)];
  const whole = nextRoom(told, { type: "newer", messages: page, newerCursor: null });
  expect(whole.messages.map(({ id }) => id)).toEqual(["m003", "m004", "m005", "m009"]);
  expect(nextRoom(whole, changed(message(10))).messages).toHaveLength(5);
});
