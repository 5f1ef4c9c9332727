"use client";
import { Plus } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { TextInput } from "@/components/ui/text-input";
import type { MessageView } from "@/lib/conversations/types";
import { useRoomTexts } from "./room-texts";

const USUAL = ["👍", "❤️", "😂", "😮", "😢", "🙏"] as const;

type ReactionPickerProps = { message: MessageView; onPick: (emoji: string) => void };

/** A few signs at hand, any other from one's own keyboard; one's own again takes it back. */
export function ReactionPicker({ message: { ownReaction }, onPick }: ReactionPickerProps) {
  const t = useRoomTexts();
  const [isOther, setOther] = useState(false);
  const isUsual = USUAL.some((emoji) => emoji === ownReaction);
  const offered = ownReaction && !isUsual ? [ownReaction, ...USUAL.slice(0, 5)] : USUAL;
  return (
    <div className="grid gap-2 pb-2">
      <fieldset aria-label={t("react")} className="flex min-w-0 flex-wrap gap-1">
        {offered.map((emoji) => (
          <button
            key={emoji}
            type="button"
            aria-pressed={emoji === ownReaction}
            aria-label={t("reactWith", { emoji })}
            onClick={() => onPick(emoji === ownReaction ? "" : emoji)}
            className={cx(
              "grid size-10.5 place-items-center rounded-pill text-[1.5rem] leading-none hover:bg-sunken",
              emoji === ownReaction && "bg-porta-soft",
            )}
          >
            <span aria-hidden="true">{emoji}</span>
          </button>
        ))}
        <IconButton
          label={t("otherEmoji")}
          icon={<Icon of={Plus} />}
          aria-expanded={isOther}
          onClick={() => setOther(!isOther)}
        />
      </fieldset>
      {isOther && <OtherEmoji onPick={onPick} />}
    </div>
  );
}

function OtherEmoji({ onPick }: { onPick: (emoji: string) => void }) {
  const t = useRoomTexts();
  const id = useId();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const emoji = String(new FormData(event.currentTarget).get("emoji") ?? "").trim();
    if (emoji) onPick(emoji);
  }
  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <label htmlFor={id} className="grid min-w-0 grow gap-1 text-meta">
        {t("otherEmoji")}
        <TextInput id={id} name="emoji" maxLength={40} autoComplete="off" />
      </label>
      <Button type="submit">{t("reactSubmit")}</Button>
    </form>
  );
}
