import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

type IconButtonProps = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  /** What it does, for people who do not see the picture; also shown on hover. */
  label: string;
  icon: ReactNode;
};

export function IconButton({ label, icon, className, type = "button", ...rest }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={cx(
        "inline-grid size-11 shrink-0 place-items-center rounded-control border border-transparent text-ink2 transition-colors duration-120 hover:bg-sunken hover:text-ink md:size-9.5",
        "disabled:cursor-not-allowed disabled:text-ink3 disabled:hover:bg-transparent",
        className,
      )}
      {...rest}
    >
      {icon}
    </button>
  );
}
