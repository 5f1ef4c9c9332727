import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureOf, SCORES, standingOf } from "@/lib/feedback/score-rules";

const of = (...scores: number[]) => {
  const counts = new Map<number, number>();
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
  return counts;
};

describe("what scores come to", () => {
  test.each([
    [[10, 10, 10, 10, 10], 100],
    [[0, 0, 0, 0, 0], -100],
    [[9, 10, 7, 8, 6], 20],
    [[9, 7, 8, 8, 8, 6], 0],
    [[9, 9, 9, 0, 0, 0, 7, 8], 0],
    [[0, 0, 9, 7, 7, 7, 7, 7], -13],
  ])("NPS of %o is %i", (scores, nps) => {
    expect(measureOf("nps", of(...scores))).toBe(nps);
  });

  test.each([
    [[5, 5, 4, 4, 3], 80],
    [[1, 2, 3, 3, 3], 0],
    [[5, 5, 5, 1, 1, 1, 1, 1], 38],
  ])("CSAT of %o is %i", (scores, csat) => {
    expect(measureOf("csat", of(...scores))).toBe(csat);
  });

  test("below five answers nothing is told", () => {
    expect(measureOf("nps", of(10, 10, 10, 10))).toBeNull();
    expect(measureOf("csat", of())).toBeNull();
  });

  test("is within its bounds, and another good answer never makes it worse", () => {
    for (const scale of ["nps", "csat"] as const) {
      const [lowest, best] = [scale === "nps" ? -100 : 0, SCORES[scale].at(-1) ?? 0];
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...SCORES[scale]), { minLength: 5 }), (scores) => {
          const value = measureOf(scale, of(...scores)) ?? Number.NaN;
          expect(value).toBeGreaterThanOrEqual(lowest);
          expect(value).toBeLessThanOrEqual(100);
          expect(measureOf(scale, of(...scores, best))).toBeGreaterThanOrEqual(value);
        }),
      );
    }
    expect(
      SCORES.nps.map((score) => standingOf("nps", score)).filter((one) => one === "against"),
    ).toHaveLength(7);
  });
});
