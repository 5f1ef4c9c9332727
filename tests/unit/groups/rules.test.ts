import { describe, expect, test } from "vitest";
import { type Candidate, placeInRooms, siblingName } from "@/lib/groups/rules";

const person = (id: string, given: Partial<Candidate> = {}): Candidate => ({
  id,
  inGroup: false,
  inFamily: given.inGroup ?? false,
  inCommunity: false,
  isBanned: false,
  ...given,
});

describe("seating people in rooms", () => {
  test("L1, L3: as far as rooms and community hold, in the order of the list", () => {
    const people = ["a", "b", "c", "d"].map((id) => person(id, { inCommunity: id === "d" }));
    const placed = placeInRooms(["a", "b", "c", "d"], people, [{ groupId: "g", free: 3 }], 2);
    expect(placed.seats).toEqual([["a", "b", "d"]]);
    expect(placed.newcomers).toEqual(["a", "b"]);
    expect(placed.refused).toEqual([{ index: 2, code: "community_full" }]);
  });

  test("L10: the rest goes to the siblings in order; whoever sits in one stays once the room is full", () => {
    const people = [
      person("a"),
      person("b"),
      person("c", { inFamily: true, inCommunity: true }),
      person("d"),
    ];
    const rooms = [
      { groupId: "g", free: 1 },
      { groupId: "s", free: -4 },
      { groupId: null, free: 1 },
    ];
    const placed = placeInRooms(["a", "b", "c", "d"], people, rooms, 9);
    expect(placed.seats).toEqual([["a"], [], ["b"]]);
    expect(placed.refused).toEqual([{ index: 3, code: "group_full" }]);
  });

  test("repeated, present and unknown people", () => {
    const placed = placeInRooms(
      ["a", "a", "b", "x"],
      [person("a"), person("b", { inGroup: true })],
      [{ groupId: "g", free: 9 }],
      9,
    );
    expect(placed).toEqual({ seats: [["a"]], newcomers: ["a"], refused: [{ index: 3, code: "unknown_id" }] });
  });
});

test("L6, L10: a sibling's name stays within the limit of characters", () => {
  expect(siblingName("Iniciantes", 2, 100)).toBe("Iniciantes · 2");
  expect(siblingName("a".repeat(100), 12, 100)).toBe(`${"a".repeat(95)} · 12`);
});
