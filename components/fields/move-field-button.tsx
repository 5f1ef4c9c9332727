"use client";
import { type ReactNode, useTransition } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { runAction } from "@/components/ui/run-action";
import { showToast } from "@/components/ui/show-toast";
import { useUiTexts } from "@/components/ui/ui-texts";
import { moveFieldAction } from "@/lib/fields/actions";

type MoveFieldButtonProps = {
  slug: string;
  id: string;
  by: -1 | 1;
  label: string;
  icon: ReactNode;
  disabled: boolean;
};

/** Moves a field one place up or down. */
export function MoveFieldButton({ slug, id, by, label, icon, disabled }: MoveFieldButtonProps) {
  const texts = useUiTexts();
  const [pending, startTransition] = useTransition();
  const move = () => {
    const form = new FormData();
    form.set("id", id);
    form.set("by", String(by));
    startTransition(async () => {
      const state = await runAction(() => moveFieldAction(slug, {}, form), texts.offline);
      if (state.ok === false) showToast(state.message ?? texts.failed, "error");
    });
  };
  return <IconButton label={label} icon={icon} onClick={move} disabled={disabled || pending} />;
}
