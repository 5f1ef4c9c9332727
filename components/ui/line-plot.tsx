import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { PlotStep } from "./plot-types";

const HEIGHT = 168;
const TOP = 20;
const FOOT = 22;

type LinePlotProps = { steps: readonly PlotStep[]; format: (value: number) => string };

/** One line along time. The drawing is stretched to its place, letters and the width of the line are not. */
export function LinePlot({ steps, format }: LinePlotProps) {
  const known = steps.flatMap(({ values: [value] }, index) =>
    value == null ? [] : [{ index, value, label: steps[index]?.label ?? "" }],
  );
  const values = known.map(({ value }) => value);
  const low = Math.min(...values, Number.POSITIVE_INFINITY);
  const y = scaleLinear([Number.isFinite(low) ? low * 0.9 : 0, Math.max(1, ...values)], [HEIGHT - FOOT, TOP]);
  const x = scaleLinear([0, Math.max(1, steps.length - 1)], [0, 100]);
  const path = line<{ index: number; value: number }>(
    ({ index }) => x(index),
    ({ value }) => y(value),
  );
  const below = area<{ index: number; value: number }>(
    ({ index }) => x(index),
    HEIGHT - FOOT,
    ({ value }) => y(value),
  );
  const ends = [known[0], known.at(-1)].filter((end) => end !== undefined);
  return (
    <svg aria-hidden="true" width="100%" height={HEIGHT} className="block overflow-visible">
      <line x1="0" x2="100%" y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} className="stroke-line-strong" />
      <svg
        width="100%"
        height={HEIGHT}
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={below(known) ?? ""} className="fill-s1 opacity-10" />
        <path
          d={path(known) ?? ""}
          fill="none"
          strokeWidth={2.5}
          vectorEffect="non-scaling-stroke"
          className="stroke-s1"
        />
      </svg>
      {ends.map(({ index, value, label }) => (
        <g key={index}>
          <circle cx={`${x(index)}%`} cy={y(value)} r={4} className="fill-s1" />
          <text
            x={`${x(index)}%`}
            y={y(value) - 9}
            textAnchor={anchorOf(index)}
            className="fill-ink text-[11px] tabular-nums"
          >
            {format(value)}
          </text>
          <text
            x={`${x(index)}%`}
            y={HEIGHT - 5}
            textAnchor={anchorOf(index)}
            className="fill-ink2 text-[11px]"
          >
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}

function anchorOf(index: number): "start" | "end" {
  return index === 0 ? "start" : "end";
}
