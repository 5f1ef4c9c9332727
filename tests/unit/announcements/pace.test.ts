import { expect, test } from "vitest";
import { paceOf, withSample } from "@/lib/announcements/pace-rules";

const samples = (...decided: number[]) =>
  decided.reduce<ReturnType<typeof withSample>>(
    (all, count, second) => withSample(all, { atMs: second * 1_000, decided: count }),
    [],
  );

test("A14: the time left is what waits at the speed of the last seconds", () => {
  expect(paceOf(samples(0, 50, 100), 400)).toEqual({ perSecond: 50, secondsLeft: 8 });
});

test("A14: nothing is promised before anything moved, or while it stands still", () => {
  expect(paceOf([], 10)).toBeNull();
  expect(paceOf(samples(5), 10)).toBeNull();
  expect(paceOf(samples(5, 5, 5), 10)).toBeNull();
});

test("A14: what was long ago does not count, and a second sending begins anew", () => {
  const later = withSample(samples(0, 100), { atMs: 60_000, decided: 100 });
  expect(paceOf(later, 10)).toBeNull();
  expect(withSample(samples(0, 100), { atMs: 3_000, decided: 0 })).toHaveLength(1);
});
