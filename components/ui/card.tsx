import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

/** A sheet of paper on the table. With a title it is a region of its own. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div
      className={cx(
        "rounded-card border border-line bg-surface p-4 sm:p-5 print:break-inside-avoid",
        className,
      )}
      {...rest}
    />
  );
}

type SectionCardProps = {
  title: ReactNode;
  id: string;
  description?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
};

export function SectionCard({ title, id, description, actions, className, children }: SectionCardProps) {
  return (
    <section aria-labelledby={id} className={cx("rounded-card border border-line bg-surface", className)}>
      <div className="flex flex-wrap items-start justify-between gap-3 px-4 pt-4 sm:px-5 sm:pt-5">
        <div className="grid gap-0.5">
          <h2 id={id} className="text-h3">
            {title}
          </h2>
          {description && <p className="max-w-prose text-meta text-ink2">{description}</p>}
        </div>
        {actions}
      </div>
      <div className="p-4 sm:p-5">{children}</div>
    </section>
  );
}
