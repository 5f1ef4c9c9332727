import { cx } from "@/components/ui/cx";

/** Two row houses with tiled roofs and open doors. */
export function BrandMark({ className = "size-7" }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 28 28" className={cx("shrink-0", className)}>
      <path d="M2 13 9 6l5 5 5-5 7 7v11H2z" fill="var(--telha)" />
      <path d="M7 24v-6a2 2 0 0 1 4 0v6M17 24v-6a2 2 0 0 1 4 0v6" fill="var(--bg)" />
    </svg>
  );
}

export function Brand({ className }: { className?: string }) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-2.5 font-bold font-display text-ink text-lead tracking-[-0.015em]",
        className,
      )}
    >
      <BrandMark />
      Aldeia
    </span>
  );
}
