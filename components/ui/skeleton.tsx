import { cx } from "./cx";
import { VisuallyHidden } from "./visually-hidden";

/** The box something will fill, in its size. Appears only after a moment, so quick answers do not flash. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cx("skeleton rounded-control bg-line/60", className)} />;
}

/** Rows of a list to come. `label` is read once: "Carregando…". */
export function SkeletonRows({ rows = 5, label }: { rows?: number; label: string }) {
  return (
    <div role="status" className="grid gap-2.5">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <Skeleton key={row} className="h-12" />
      ))}
    </div>
  );
}
