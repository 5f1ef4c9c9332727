import type { ReactNode } from "react";
import { cx } from "./cx";

type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  back?: ReactNode;
  className?: string;
};

/** The one h1 of a page, what it is about, and its main actions. `lead` stands left of the title (an icon, an avatar). */
export function PageHeader({ title, description, lead, actions, back, className }: PageHeaderProps) {
  return (
    <header className={cx("mb-6 grid gap-3", className)}>
      {back}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="flex min-w-0 items-center gap-4">
          {lead}
          <div className="grid min-w-0 gap-1">
            <h1 className="break-words">{title}</h1>
            {description && <p className="max-w-prose text-body text-ink2">{description}</p>}
          </div>
        </div>
        {actions && (
          <div className="flex flex-wrap gap-2.5 empty:hidden max-sm:w-full max-sm:[&>*]:grow">{actions}</div>
        )}
      </div>
    </header>
  );
}
