import { cx } from "./cx";

/** A share as a bar, for the eye alone: the words beside it say the same. */
export function Bar({ share, className = "bg-porta" }: { share: number; className?: string }) {
  return (
    <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-pill bg-line forced-colors:border">
      <div
        className={cx("h-full rounded-pill forced-colors:bg-[Highlight]", className)}
        style={{ width: `${Math.min(1, share) * 100}%` }}
      />
    </div>
  );
}
