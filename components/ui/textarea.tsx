import type { ComponentProps } from "react";
import { controlStyle } from "./control-style";
import { cx } from "./cx";

/** Grows with its text where the browser can. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={cx(controlStyle, "max-h-[60vh] min-h-24 resize-y py-2.5 field-sizing-content", className)}
      {...rest}
    />
  );
}
