import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";

export type TableColumn = {
  key: string;
  /** Exactly the text of the header cell. */
  header: string;
  align?: "start" | "end";
  /** On phones: the first line of the row, a labelled value under it, a line of its own, or nothing. */
  phone?: "title" | "value" | "line" | "hide";
  /** The rows are in this column's order; the link turns it round. */
  sorted?: { direction: "ascending" | "descending"; turnHref: string };
};

export type TableRow = { key: string; cells: Record<string, ReactNode> };

/** Said again because a table laid out as blocks on phones would lose them. */
const roles = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  cell: { role: "cell" },
  columnheader: { role: "columnheader" },
} as const;

type TableProps = {
  /** Names the table for those who do not see what stands above it. */
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** In place of rows when there are none; the header stays. */
  empty?: ReactNode;
  className?: string;
};

/** A plain table; on phones each row becomes a title with labelled values. */
export function Table({ caption, columns, rows, empty, className }: TableProps) {
  return (
    <div className={cx("overflow-x-auto rounded-card border border-line bg-surface", className)}>
      <table {...roles.table} className="w-full border-collapse text-control max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead {...roles.rowgroup} className="max-sm:sr-only">
          <tr {...roles.row} className="border-line border-b bg-sunken">
            {columns.map((column) => (
              <th
                key={column.key}
                {...roles.columnheader}
                scope="col"
                aria-sort={column.sorted?.direction}
                className={cx(
                  "h-10 whitespace-nowrap px-4 font-semibold text-ink2 text-meta",
                  endOr(column, "text-left"),
                )}
              >
                {column.sorted ? <Turn {...column.sorted}>{column.header}</Turn> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.rowgroup} className="max-sm:block">
          {rows.map((row) => (
            <tr
              key={row.key}
              {...roles.row}
              className="border-line border-b transition-colors duration-120 last:border-b-0 hover:bg-sunken/60 max-sm:flex max-sm:flex-wrap max-sm:gap-x-4 max-sm:gap-y-1 max-sm:px-4 max-sm:py-3"
            >
              {columns.map((column) => (
                <Cell key={column.key} column={column} content={row.cells[column.key]} />
              ))}
            </tr>
          ))}
          {rows.length === 0 && empty && (
            <tr {...roles.row} className="max-sm:block">
              <td
                {...roles.cell}
                colSpan={columns.length}
                className="px-4 py-8 text-center text-ink2 max-sm:block"
              >
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Turn({
  direction,
  turnHref,
  children,
}: NonNullable<TableColumn["sorted"]> & { children: ReactNode }) {
  return (
    <Link href={turnHref} scroll={false} className="inline-flex items-center gap-1 hover:text-ink">
      {children}
      <Icon of={direction === "ascending" ? ArrowUp : ArrowDown} size={16} className="size-3.5" />
    </Link>
  );
}

function Cell({ column, content }: { column: TableColumn; content: ReactNode }) {
  const { phone = "value" } = column;
  return (
    <td
      {...roles.cell}
      className={cx(
        "h-12 px-4 py-2 align-middle max-sm:h-auto max-sm:p-0",
        endOr(column, ""),
        phone === "title" && "font-medium max-sm:w-full",
        phone === "line" && "max-sm:w-full",
        phone === "hide" && "max-sm:hidden",
        phone === "value" && "max-sm:inline-flex max-sm:items-center max-sm:gap-1.5",
      )}
    >
      {phone === "value" && (
        <span aria-hidden="true" className="text-ink2 text-meta sm:hidden">
          {column.header}
        </span>
      )}
      {content}
    </td>
  );
}

function endOr(column: TableColumn, start: string): string {
  return column.align === "end" ? "text-right tabular-nums max-sm:text-left" : start;
}
