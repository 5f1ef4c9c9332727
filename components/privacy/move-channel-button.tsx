"use client";
import { type ReactNode, useTransition } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { runAction } from "@/components/ui/run-action";
import { showToast } from "@/components/ui/show-toast";
import { useUiTexts } from "@/components/ui/ui-texts";
import { moveChannelAction } from "@/lib/consent/actions";
import type { SingleChannel } from "@/lib/consent/types";

type MoveChannelButtonProps = {
  slug: string;
  channel: SingleChannel;
  by: -1 | 1;
  label: string;
  icon: ReactNode;
  disabled: boolean;
};

/** Moves a channel one place up or down. */
export function MoveChannelButton({ slug, channel, by, label, icon, disabled }: MoveChannelButtonProps) {
  const texts = useUiTexts();
  const [pending, startTransition] = useTransition();
  const move = () => {
    const form = new FormData();
    form.set("channel", channel);
    form.set("by", String(by));
    startTransition(async () => {
      const state = await runAction(() => moveChannelAction(slug, {}, form), texts.offline);
      if (state.ok === false) showToast(state.message ?? texts.failed, "error");
    });
  };
  return <IconButton label={label} icon={icon} onClick={move} disabled={disabled || pending} />;
}
