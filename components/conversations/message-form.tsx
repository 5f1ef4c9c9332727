"use client";
import { SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useId, useRef } from "react";
import { controlStyle } from "@/components/ui/control-style";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { useRoomPlace } from "./room-context";
import { useDraft } from "./use-draft";

/** One's words for the room. With a keyboard Enter sends and Shift+Enter begins a line; on a touch screen the button sends. */
export function MessageForm({ onSend }: { onSend: (body: string) => void }) {
  const t = useTranslations("conversations");
  const id = useId();
  const { slug, groupId, viewerId } = useRoomPlace();
  const field = useRef<HTMLTextAreaElement>(null);
  const forget = useDraft(`aldeia.draft.${slug}.${groupId}.${viewerId}`, field);

  function submit(event?: FormEvent) {
    event?.preventDefault();
    const box = field.current;
    const body = box?.value.trim();
    if (!box || !body) return;
    box.value = "";
    forget();
    onSend(body);
    box.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    const isSending = event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing;
    if (!isSending || !window.matchMedia("(pointer: fine)").matches) return;
    event.preventDefault();
    submit();
  }
  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <label htmlFor={id} className="min-w-0 grow">
        <VisuallyHidden>{t("write")}</VisuallyHidden>
        <textarea
          ref={field}
          id={id}
          name="body"
          rows={1}
          placeholder={t("placeholder")}
          onKeyDown={onKeyDown}
          enterKeyHint="enter"
          className={cx(
            controlStyle,
            "max-h-[30vh] min-h-11 resize-none py-2.5 text-reading field-sizing-content",
          )}
        />
      </label>
      <button
        type="submit"
        aria-label={t("send")}
        title={t("send")}
        className="inline-grid size-11 shrink-0 place-items-center rounded-pill bg-porta text-on-porta hover:bg-porta-hover"
      >
        <Icon of={SendHorizontal} />
      </button>
    </form>
  );
}
