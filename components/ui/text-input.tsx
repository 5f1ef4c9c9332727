import type { ComponentProps } from "react";
import { controlHeight, controlStyle } from "./control-style";
import { cx } from "./cx";

export function TextInput({ className, ...rest }: ComponentProps<"input">) {
  return <input className={cx(controlStyle, controlHeight, className)} {...rest} />;
}
