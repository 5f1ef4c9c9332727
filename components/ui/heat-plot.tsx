import { scaleQuantize } from "d3-scale";

const ROW = 18;
const LEFT_PERCENT = 9;
const SHADES = ["opacity-15", "opacity-35", "opacity-60", "opacity-80", "opacity-100"] as const;

type HeatPlotProps = {
  /** Names of the rows, from the top. */
  rows: readonly string[];
  columns: number;
  /** Names of some columns by their place. */
  columnLabels: readonly { column: number; label: string }[];
  /** Null where there is something that is not told. */
  valueAt: (row: number, column: number) => number | null;
};

/** How much there is in each field of a table, as shades. */
export function HeatPlot({ rows, columns, columnLabels, valueAt }: HeatPlotProps) {
  const fields = rows.flatMap((_, row) =>
    Array.from({ length: columns }, (__, column) => ({ row, column, value: valueAt(row, column) })),
  );
  const most = Math.max(1, ...fields.map(({ value }) => value ?? 0));
  const shade = scaleQuantize<string>([0, most], SHADES);
  const width = (100 - LEFT_PERCENT) / columns;
  const left = (column: number) => LEFT_PERCENT + column * width;
  const height = rows.length * ROW + 20;
  return (
    <svg aria-hidden="true" width="100%" height={height} className="block overflow-visible">
      {rows.map((label, row) => (
        <text key={label} x="0" y={row * ROW + 13} className="fill-ink2 text-[11px]">
          {label}
        </text>
      ))}
      {fields.map(({ row, column, value }) => (
        <rect
          key={`${row}-${column}`}
          x={`${left(column) + width * 0.06}%`}
          y={row * ROW + 1}
          width={`${width * 0.88}%`}
          height={ROW - 2}
          rx={2}
          className={value === 0 ? "fill-sunken" : `fill-s1 ${value === null ? SHADES[0] : shade(value)}`}
        />
      ))}
      {columnLabels.map(({ column, label }) => (
        <text
          key={column}
          x={`${left(column)}%`}
          y={rows.length * ROW + 15}
          className="fill-ink2 text-[11px]"
        >
          {label}
        </text>
      ))}
    </svg>
  );
}
