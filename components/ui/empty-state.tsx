import type { ReactNode } from "react";
import { cx } from "./cx";

type EmptyStateProps = {
  drawing?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

/** One drawing, one sentence of what this place is for, one way to begin. */
export function EmptyState({ drawing, title, children, actions, className }: EmptyStateProps) {
  return (
    <div
      className={cx(
        "grid justify-items-center gap-4 rounded-card border border-line border-dashed px-6 py-12 text-center",
        className,
      )}
    >
      {drawing}
      <div className="grid max-w-[44ch] gap-1.5">
        <p className="text-balance font-display font-semibold text-lead">{title}</p>
        {children && <p className="text-ink2">{children}</p>}
      </div>
      {actions && <div className="flex flex-wrap justify-center gap-2.5">{actions}</div>}
    </div>
  );
}
