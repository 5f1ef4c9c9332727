import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

/** On or off, at once. A native checkbox announced as a switch: works inside plain forms. */
export function Switch({
  label,
  hint,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type" | "role"> & { label: ReactNode; hint?: ReactNode }) {
  return (
    <label
      className={cx("flex min-h-11 items-start justify-between gap-4 py-2 has-disabled:text-ink3", className)}
    >
      <span className="grid min-w-0 gap-0.5">
        <span className="text-body font-medium">{label}</span>
        {hint && <span className="text-meta text-ink2">{hint}</span>}
      </span>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
        role="switch"
        className={cx(
          "relative mt-0.5 h-6 w-10 shrink-0 appearance-none rounded-pill border border-line-strong bg-sunken transition-colors duration-120 checked:border-porta checked:bg-porta disabled:opacity-60 forced-colors:appearance-auto",
          "before:absolute before:top-[3px] before:left-[3px] before:size-4 before:rounded-pill before:bg-line-strong before:transition-[translate,background-color] before:duration-120 before:ease-house checked:before:translate-x-4 checked:before:bg-on-porta",
        )}
        {...rest}
      />
    </label>
  );
}
