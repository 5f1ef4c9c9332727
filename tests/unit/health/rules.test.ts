import { expect, test } from "vitest";
import { before, bestHour, ratioOf, stepsOf, windowOf } from "@/lib/health/rules";

const NOW = new Date("2026-11-25T15:00:00Z");

test("a week is looked at by days, longer by weeks; the time before ends where it begins", () => {
  for (const [days, steps, stepDays] of [
    [7, 7, 1],
    [28, 4, 7],
    [90, 13, 7],
  ] as const) {
    const window = windowOf(NOW, days);
    expect([window.steps, window.stepDays, window.to]).toEqual([steps, stepDays, NOW]);
    expect(stepsOf(window)).toHaveLength(steps);
    expect(stepsOf(window)[0]).toEqual(window.from);
    const earlier = before(window);
    expect(earlier.to).toEqual(window.from);
    expect(earlier.to.getTime() - earlier.from.getTime()).toBe(window.to.getTime() - window.from.getTime());
  }
});

test("P12: of fewer than five neither the count nor a share of it is told; nobody is nobody", () => {
  const share = (part: number, whole: number) => {
    const { part: shownPart, whole: shownWhole, share: told } = ratioOf({ part, whole }, null);
    return [shownPart, shownWhole, told];
  };
  expect(share(5, 10)).toEqual([5, 10, 0.5]);
  expect(share(0, 10)).toEqual([0, 10, 0]);
  expect(share(4, 10)).toEqual(["<5", 10, null]);
  expect(share(2, 4)).toEqual(["<5", "<5", null]);
  expect(share(0, 0)).toEqual([0, 0, null]);
  expect(ratioOf({ part: 5, whole: 10 }, { part: 3, whole: 10 }).before).toBeNull();
});

test("the best hour is the fullest, the earliest of equal ones, and none where all are small", () => {
  const hours = [
    { weekday: 2, hour: 7, count: 9 },
    { weekday: 1, hour: 20, count: 9 },
    { weekday: 1, hour: 8, count: 3 },
  ];
  expect(bestHour(hours)).toEqual({ weekday: 1, hour: 20 });
  expect(bestHour([{ weekday: 1, hour: 8, count: 4 }])).toBeNull();
  expect(bestHour([])).toBeNull();
});
