import { describe, expect, test } from "vitest";
import {
  confirmsName,
  fillLanes,
  isTooLong,
  laneOfEach,
  leavesNoAdmin,
  shownCount,
} from "@/lib/communities/rules";

describe("L5: lanes", () => {
  test("are filled in order before a new one opens", () => {
    const lanes = [
      { number: 1, memberCount: 4_998 },
      { number: 2, memberCount: 5_000 },
      { number: 3, memberCount: 10 },
    ];
    expect(fillLanes(lanes, 10_000, 5_000)).toEqual([
      { number: 1, memberCount: 2 },
      { number: 3, memberCount: 4_990 },
      { number: 4, memberCount: 5_000 },
      { number: 5, memberCount: 8 },
    ]);
  });

  test("a full community needs five; nobody needs none", () => {
    expect(fillLanes([], 21_504, 5_000).map((lane) => lane.memberCount)).toEqual([
      5_000, 5_000, 5_000, 5_000, 1_504,
    ]);
    expect(fillLanes([{ number: 1, memberCount: 1 }], 0, 5_000)).toEqual([]);
  });

  test("a lane above a lowered limit takes nobody", () => {
    expect(fillLanes([{ number: 1, memberCount: 9 }], 1, 5)).toEqual([{ number: 2, memberCount: 1 }]);
  });

  test("each newcomer gets the lane of their place", () => {
    expect(
      laneOfEach([
        { number: 1, memberCount: 2 },
        { number: 4, memberCount: 1 },
      ]),
    ).toEqual([1, 1, 4]);
  });
});

test("L6: length is what a person counts, with a stop for characters without end", () => {
  expect(isTooLong("👩‍🚀".repeat(100), 100)).toBe(false);
  expect(isTooLong("👩‍🚀".repeat(101), 100)).toBe(true);
  expect(isTooLong(`e${"\u0301".repeat(5_000)}`, 100)).toBe(true);
  expect(isTooLong("a".repeat(1_000_000), 100)).toBe(true);
});

test("H4: the last admin is counted, also with several leaving", () => {
  expect(leavesNoAdmin(1, 1)).toBe(true);
  expect(leavesNoAdmin(2, 1)).toBe(false);
  expect(leavesNoAdmin(2, 2)).toBe(true);
  expect(leavesNoAdmin(1, 0)).toBe(false);
});

test('P12: to those who do not administer, fewer than five read "<5"', () => {
  expect([shownCount(4, false), shownCount(5, false), shownCount(0, false), shownCount(4, true)]).toEqual([
    "<5",
    5,
    "<5",
    4,
  ]);
});

test("H6: the typed name confirms whatever the form of its accents", () => {
  expect(confirmsName(" Vila Sa\u0303o ", "Vila São")).toBe(true);
  expect(confirmsName("vila são", "Vila São")).toBe(false);
});
