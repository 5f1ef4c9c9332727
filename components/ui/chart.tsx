import type { ReactNode } from "react";
import { cx } from "./cx";
import { BACKS, type PlotSeries } from "./plot-types";

type ChartProps = {
  /** What the plot says, in a sentence: for everybody, and instead of the plot for who does not see it. */
  sentence: string;
  /** Named where there are several. */
  series?: readonly PlotSeries[];
  plot: ReactNode;
  tableLabel: string;
  /** The same numbers as a table. */
  table: ReactNode;
};

/** A plot with its sentence, what its colours are, and its numbers as a table. Works without script. */
export function Chart({ sentence, series = [], plot, tableLabel, table }: ChartProps) {
  return (
    <figure className="grid gap-3">
      <figcaption className="text-ink2 text-meta">{sentence}</figcaption>
      {series.length > 1 && (
        <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 text-meta">
          {series.map(({ label, colour }) => (
            <li key={label} className="flex items-center gap-1.5">
              <span className={cx("size-3 rounded-[3px] forced-colors:border", BACKS[colour])} />
              {label}
            </li>
          ))}
        </ul>
      )}
      <div aria-hidden="true">{plot}</div>
      <details>
        <summary className="cursor-pointer text-control text-porta">{tableLabel}</summary>
        <div className="pt-3">{table}</div>
      </details>
    </figure>
  );
}
