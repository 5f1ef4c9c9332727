"use client";
import { type ReactNode, useTransition } from "react";
import { callAction, type FieldsAction } from "./call-action";
import { IconButton } from "./icon-button";
import { showToast } from "./show-toast";
import { useUiTexts } from "./ui-texts";

type MoveButtonProps = {
  action: FieldsAction;
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
    startTransition(async () => {
      const state = await callAction(action, { ...of, by: String(by) }, texts.offline);
      if (state.ok === false) showToast(state.message ?? texts.failed, "error");
    });
  };
  return <IconButton label={label} icon={icon} onClick={move} disabled={disabled || pending} />;
}
