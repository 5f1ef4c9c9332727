"use client";
import { type ReactNode, useTransition } from "react";
import type { FormState } from "@/lib/platform/actions/form-state";
import { IconButton } from "./icon-button";
import { runAction } from "./run-action";
import { showToast } from "./show-toast";
import { useUiTexts } from "./ui-texts";

type MoveButtonProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** What is moved, as the action's form names it. */
  of: Record<string, string>;
  by: -1 | 1;
  label: string;
  icon: ReactNode;
  disabled: boolean;
};

/** Moves something one place up or down in its list. */
export function MoveButton({ action, of, by, label, icon, disabled }: MoveButtonProps) {
  const texts = useUiTexts();
  const [pending, startTransition] = useTransition();
  const move = () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...of, by: String(by) })) form.set(name, value);
    startTransition(async () => {
      const state = await runAction(() => action({}, form), texts.offline);
      if (state.ok === false) showToast(state.message ?? texts.failed, "error");
    });
  };
  return <IconButton label={label} icon={icon} onClick={move} disabled={disabled || pending} />;
}
