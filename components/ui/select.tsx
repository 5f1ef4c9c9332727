import type { ComponentProps } from "react";
import { controlHeight, controlStyle } from "./control-style";
import { cx } from "./cx";
import { Sign } from "./sign";
import { downSign } from "./signs";

export type SelectOption = { value: string; label: string; disabled?: boolean };

/** The platform's own select: best on phones, complete with the keyboard, works without script. */
export function Select({
  options,
  placeholder,
  className,
  ...rest
}: ComponentProps<"select"> & { options: readonly SelectOption[]; placeholder?: string | undefined }) {
  return (
    <span className="relative block">
      <select className={cx(controlStyle, controlHeight, "appearance-none pr-10", className)} {...rest}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Sign
        of={downSign}
        size={16}
        className="pointer-events-none absolute inset-y-0 right-3 my-auto text-ink2"
      />
    </span>
  );
}
