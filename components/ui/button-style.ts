import { cx } from "./cx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger" | "danger-quiet";
export type ButtonSize = "sm" | "md" | "lg";

const variants: Record<ButtonVariant, string> = {
  primary: "border-porta bg-porta text-on-porta hover:border-porta-hover hover:bg-porta-hover",
  secondary: "border-line-strong bg-surface text-ink hover:border-ink3 hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-ink2 hover:bg-sunken hover:text-ink",
  danger: "border-urucum bg-urucum text-on-urucum hover:brightness-90",
  "danger-quiet": "border-transparent bg-transparent text-urucum hover:bg-urucum-soft",
};

const sizes: Record<ButtonSize, string> = {
  sm: "min-h-8 px-3 text-meta",
  md: "min-h-11 px-4 text-control md:min-h-9.5 md:px-3.5",
  lg: "min-h-12 px-5 text-reading",
};

/** The look shared by buttons and links that look like one. Disabled is said by colour and by cursor. */
export function buttonStyle(
  variant: ButtonVariant = "secondary",
  size: ButtonSize = "md",
  className?: string,
): string {
  return cx(
    "inline-flex select-none items-center justify-center gap-2 rounded-control border text-center font-semibold leading-tight no-underline",
    "transition-[background-color,border-color,color,translate] duration-120 ease-house active:translate-y-px",
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink3 disabled:active:translate-y-0",
    "aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-ink3",
    variants[variant],
    sizes[size],
    className,
  );
}
