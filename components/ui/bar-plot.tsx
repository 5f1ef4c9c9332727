import { scaleBand, scaleLinear } from "d3-scale";
import { FILLS, type PlotSeries, type PlotStep } from "./plot-types";

const HEIGHT = 168;
const TOP = 18;
const FOOT = 22;
/** How many labels of the axis stand beside each other on a phone. */
const MOST_LABELS = 5;
/** How high the mark of a value is that is not told. */
const HIDDEN_HEIGHT = 3;

type BarPlotProps = {
  series: readonly PlotSeries[];
  steps: readonly PlotStep[];
  /** Upon each other instead of beside each other. */
  isStacked?: boolean;
  format: (value: number) => string;
};

/** Bars along time, as wide as their place: widths are shares of it, letters keep their size. */
export function BarPlot({ series, steps, isStacked = false, format }: BarPlotProps) {
  const tops = steps.map(({ values }) => topOf(values, isStacked));
  const y = scaleLinear([0, Math.max(1, ...tops)], [HEIGHT - FOOT, TOP]).nice(3);
  const x = scaleBand(
    steps.map(({ key }) => key),
    [0, 100],
  ).paddingInner(0.25);
  const within = scaleBand(
    series.map((_, index) => String(index)),
    [0, x.bandwidth()],
  ).paddingInner(0.1);
  const every = Math.ceil(steps.length / MOST_LABELS);
  return (
    <svg aria-hidden="true" width="100%" height={HEIGHT} className="block overflow-visible">
      <line x1="0" x2="100%" y1={y(0)} y2={y(0)} className="stroke-line-strong" />
      {steps.map((step, index) => {
        const left = x(step.key) ?? 0;
        return (
          <g key={step.key}>
            {isStacked ? (
              <Stack step={step} left={left} width={x.bandwidth()} {...{ series, y }} />
            ) : (
              step.values.map((value, place) => (
                <Bar
                  key={series[place]?.label}
                  left={left + (within(String(place)) ?? 0)}
                  width={within.bandwidth()}
                  top={y(value ?? 0)}
                  foot={y(0)}
                  isHidden={value === null}
                  colour={series[place]?.colour ?? 1}
                />
              ))
            )}
            {steps.length * (isStacked ? 1 : series.length) <= 8 && (
              <Values step={step} left={left} width={x.bandwidth()} {...{ isStacked, y, format }} />
            )}
            {index % every === 0 && (
              <text
                x={`${left + x.bandwidth() / 2}%`}
                y={HEIGHT - 5}
                textAnchor="middle"
                className="fill-ink2 text-[11px]"
              >
                {step.label}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

type Y = (value: number) => number;

function topOf(values: readonly (number | null)[], isStacked: boolean): number {
  const known = values.map((value) => value ?? 0);
  return isStacked ? known.reduce((sum, value) => sum + value, 0) : Math.max(0, ...known);
}

type BarProps = {
  left: number;
  width: number;
  top: number;
  foot: number;
  isHidden: boolean;
  colour: PlotSeries["colour"];
};

function Bar({ left, width, top, foot, isHidden, colour }: BarProps) {
  const height = isHidden ? HIDDEN_HEIGHT : foot - top;
  if (height <= 0) return null;
  return (
    <rect
      x={`${left}%`}
      y={foot - height}
      width={`${width}%`}
      height={height}
      rx={2}
      className={isHidden ? "fill-line-strong" : FILLS[colour]}
    />
  );
}

type StackProps = { step: PlotStep; left: number; width: number; series: readonly PlotSeries[]; y: Y };

function Stack({ step: { values }, left, width, series, y }: StackProps) {
  let sum = 0;
  return values.map((value, place) => {
    const foot = y(sum);
    sum += value ?? 0;
    const bar = { left, width, top: y(sum), foot, isHidden: value === null };
    return <Bar key={series[place]?.label} colour={series[place]?.colour ?? 1} {...bar} />;
  });
}

type ValuesProps = {
  step: PlotStep;
  left: number;
  width: number;
  isStacked: boolean;
  y: Y;
  format: (value: number) => string;
};

/** What the bars come to, above them. */
function Values({ step: { values }, left, width, isStacked, y, format }: ValuesProps) {
  const isTold = values.every((value) => value !== null);
  const shown = isStacked
    ? [{ at: 0.5, top: topOf(values, true), text: isTold ? format(topOf(values, true)) : "" }]
    : values.map((value, place) => ({
        at: (place + 0.5) / values.length,
        top: value ?? 0,
        text: value === null ? "<5" : format(value),
      }));
  return shown.map(({ at, top, text }) => (
    <text
      key={at}
      x={`${left + width * at}%`}
      y={y(top) - 5}
      textAnchor="middle"
      className="fill-ink text-[11px] tabular-nums"
    >
      {text}
    </text>
  ));
}
