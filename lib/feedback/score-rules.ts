import { SMALLEST_SHOWN } from "@/lib/communities/rules";
import type { ScoreScale } from "./types";

/** The scores of a scale, lowest first. */
export const SCORES = {
  nps: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  csat: [1, 2, 3, 4, 5],
} as const satisfies Record<ScoreScale, readonly number[]>;

/** How an answer counts: NPS 9–10 promote, 0–6 detract; CSAT 4–5 are content, 1–2 are not. */
export function standingOf(scale: ScoreScale, score: number): "for" | "between" | "against" {
  const [good, poor] = scale === "nps" ? [9, 6] : [4, 2];
  if (score >= good) return "for";
  return score <= poor ? "against" : "between";
}

/**
 * The measure of some answers, by score. NPS: the share of 9–10 less the share of 0–6, −100 to 100. CSAT: the share of 4–5, 0 to
 * 100. Rounded half away from zero; null below five answers.
 */
export function measureOf(scale: ScoreScale, counts: ReadonlyMap<number, number>): number | null {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (all < SMALLEST_SHOWN) return null;
  const share = (standing: ReturnType<typeof standingOf>) =>
    [...counts].reduce(
      (sum, [score, count]) => sum + (standingOf(scale, score) === standing ? count : 0),
      0,
    ) / all;
  const value = 100 * (scale === "nps" ? share("for") - share("against") : share("for"));
  return Math.sign(value) * Math.round(Math.abs(value));
}
