import { standingOf } from "@/lib/feedback/score-rules";
import type { ScoreScale } from "@/lib/feedback/types";

type ScorePlotProps = {
  scale: ScoreScale;
  scores: readonly { score: number; count: number }[];
  /** The same in a sentence; a table with the numbers stands beside it. */
  label: string;
};

const [HEIGHT, FOOT, STEP, GAP] = [120, 20, 40, 8];
const fills = { for: "fill-mata", between: "fill-ink3", against: "fill-telha" } as const;

/** How many gave which score, as columns drawn on the server. The colour says what the numbers below say too. */
export function ScorePlot({ scale, scores, label }: ScorePlotProps) {
  const most = Math.max(1, ...scores.map(({ count }) => count));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${scores.length * STEP} ${HEIGHT + FOOT}`}
      className="h-auto w-full max-w-xl"
    >
      {scores.map(({ score, count }, place) => {
        const height = (count / most) * (HEIGHT - 16);
        const [x, middle] = [place * STEP + GAP / 2, place * STEP + STEP / 2];
        return (
          <g key={score}>
            <rect
              x={x}
              y={HEIGHT - height}
              width={STEP - GAP}
              height={height}
              rx={3}
              className={fills[standingOf(scale, score)]}
            />
            {count > 0 && (
              <text
                x={middle}
                y={HEIGHT - height - 4}
                textAnchor="middle"
                className="fill-ink2 text-[11px] tabular-nums"
              >
                {count}
              </text>
            )}
            <text
              x={middle}
              y={HEIGHT + 14}
              textAnchor="middle"
              className="fill-ink text-[12px] tabular-nums"
            >
              {score}
            </text>
          </g>
        );
      })}
      <line x1={0} x2={scores.length * STEP} y1={HEIGHT} y2={HEIGHT} className="stroke-line-strong" />
    </svg>
  );
}
