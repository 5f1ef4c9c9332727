import { expect, test } from "vitest";
import { shareUrl, type Tended, termsOf, turnOf } from "@/lib/relay/rules";

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 3, 12, minutes));
const task = (given: Partial<Tended>): Tended => ({
  id: "t",
  groupId: "g",
  opensAt: at(0),
  dueAt: at(30),
  closesAt: at(60),
  postedAt: null,
  countedAt: null,
  closedAt: null,
  isGone: false,
  ...given,
});

test("a tick counts after a minute, and not before", () => {
  const ticked = task({ postedAt: at(10) });
  expect(turnOf([ticked], at(10))).toMatchObject({ count: [], open: [ticked], nextAt: at(11) });
  expect(turnOf([ticked], at(11))).toMatchObject({ count: [ticked], open: [], nextAt: null });
});

test("a tick of the last moment still counts", () => {
  expect(turnOf([task({ postedAt: at(59) })], at(70))).toMatchObject({ close: [], count: [{ id: "t" }] });
});

test("what nobody did in time, or whose group is gone, ends", () => {
  expect(turnOf([task({})], at(59)).nextAt).toEqual(at(60));
  expect(turnOf([task({})], at(60)).close).toHaveLength(1);
  expect(turnOf([task({ isGone: true })], at(1)).close).toHaveLength(1);
});

test("of a series it is waited for until the next time comes, at most", () => {
  const hours = { dueHours: 4, closeHours: 24 };
  expect(termsOf(at(0), { ...hours, before: null })).toEqual({ dueAt: at(240), closesAt: at(1_440) });
  expect(termsOf(at(0), { ...hours, before: at(60) })).toEqual({ dueAt: at(60), closesAt: at(60) });
  expect(termsOf(at(90), { ...hours, before: at(60) })).toEqual({ dueAt: at(90), closesAt: at(90) });
});

test("the link to WhatsApp keeps marks, lines and emojis", () => {
  const words = "*Oi* & _tchau_\n🎉 50%";
  expect(new URL(shareUrl(words)).searchParams.get("text")).toBe(words);
});
