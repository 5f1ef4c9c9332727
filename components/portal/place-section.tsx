import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

type PlaceSectionProps = { id: string; title: string; hint?: string; children: ReactNode };

/** A list of rooms or communities under its heading; the children are its rows. */
export function PlaceSection({ id, title, hint, children }: PlaceSectionProps) {
  return (
    <section aria-labelledby={id} className={cx("grid gap-2.5", hint && "mt-2")}>
      <div className="grid gap-0.5">
        <h2 id={id} className="text-h3">
          {title}
        </h2>
        {hint && <p className="text-ink2 text-meta">{hint}</p>}
      </div>
      <ul className="grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {children}
      </ul>
    </section>
  );
}
