"use client";
import type { ReactNode } from "react";
import { Button } from "./button";
import type { ButtonSize, ButtonVariant } from "./button-style";
import { useFormPending } from "./form-context";
import { Spinner } from "./spinner";
import { useUiTexts } from "./ui-texts";

type SubmitButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  pendingLabel?: string;
  /** Sent with the form when this button sends it: two buttons can mean two things. */
  name?: string;
  value?: string;
  className?: string;
};

/** Both wordings lie in one cell, so the button keeps its width while it waits. Stays focusable meanwhile. */
export function SubmitButton({
  children,
  variant = "primary",
  icon,
  pendingLabel,
  ...rest
}: SubmitButtonProps) {
  const pending = useFormPending();
  const texts = useUiTexts();
  return (
    <Button type="submit" variant={variant} aria-busy={pending} {...rest}>
      <span className="grid place-items-center [&>*]:col-start-1 [&>*]:row-start-1">
        <span className={pending ? "invisible" : "inline-flex items-center gap-2"}>
          {icon}
          {children}
        </span>
        <span className={pending ? "inline-flex items-center gap-2" : "invisible"} aria-hidden={!pending}>
          <Spinner />
          {pendingLabel ?? texts.saving}
        </span>
      </span>
    </Button>
  );
}
