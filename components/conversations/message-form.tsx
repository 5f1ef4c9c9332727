"use client";
import { SendHorizontal, X } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useId, useRef } from "react";
import { controlStyle } from "@/components/ui/control-style";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { MessageView } from "@/lib/conversations/types";
import type { AttachedMedia } from "@/lib/media/types";
import { AttachButton, Attachments } from "./attachments";
import { MentionChoices, useMentions } from "./mentions";
import { useRoomPlace } from "./room-context";
import { useRoomTexts } from "./room-texts";
import { useAttachments } from "./use-attachments";
import { useDraft } from "./use-draft";
import { useSpeaker } from "./use-speaker";

type MessageFormProps = {
  /** What these words will answer. */
  answering: MessageView | null;
  onCancel: () => void;
  onSend: (message: { body: string; mentions: readonly string[]; media: readonly AttachedMedia[] }) => void;
};

/** One's words for the room. With a keyboard Enter sends and Shift+Enter begins a line; on a touch screen the button sends. */
export function MessageForm({ answering, onCancel, onSend }: MessageFormProps) {
  const t = useRoomTexts();
  const id = useId();
  const { slug, groupId, base, viewerId } = useRoomPlace();
  const field = useRef<HTMLTextAreaElement>(null);
  const forget = useDraft(`aldeia.draft.${slug}.${groupId}.${viewerId}`, field);

  const mention = useMentions(base, field);
  const attached = useAttachments(base);

  function submit(event?: FormEvent) {
    event?.preventDefault();
    const box = field.current;
    const body = box?.value.trim();
    if (!box || body === undefined || attached.isPending) return;
    const media = attached.collect();
    if (body === "" && media.length === 0) return;
    box.value = "";
    forget();
    onSend({ body, mentions: mention.calledIn(body), media });
    box.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    const isSending = event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing;
    if (!isSending || !window.matchMedia("(pointer: fine)").matches) return;
    event.preventDefault();
    submit();
  }
  return (
    <form onSubmit={submit} className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-end gap-1.5">
      {answering && <Answering message={answering} onCancel={onCancel} />}
      <MentionChoices choices={mention.choices} onPick={mention.pick} />
      <Attachments
        items={attached.items}
        said={attached.said}
        onDescribe={attached.describe}
        onRemove={attached.remove}
      />
      <AttachButton onFiles={attached.take} />
      <label htmlFor={id} className="min-w-0">
        <VisuallyHidden>{t("write")}</VisuallyHidden>
        <textarea
          ref={field}
          id={id}
          name="body"
          rows={1}
          placeholder={t("placeholder")}
          onKeyDown={onKeyDown}
          onPaste={({ clipboardData: { files } }) => files.length > 0 && attached.take([...files])}
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
        disabled={attached.isPending}
        title={t("send")}
        className="inline-grid size-11 shrink-0 place-items-center rounded-pill bg-porta text-on-porta hover:bg-porta-hover disabled:opacity-50"
      >
        <Icon of={SendHorizontal} />
      </button>
    </form>
  );
}

function Answering({ message, onCancel }: { message: MessageView; onCancel: () => void }) {
  const t = useRoomTexts();
  const speaker = useSpeaker();
  return (
    <div className="col-span-full flex items-center justify-between gap-2 rounded-control bg-sunken pl-3">
      <p className="line-clamp-2 min-w-0 break-words text-meta">
        <span className="font-semibold">{t("answering", { name: speaker(message) })}</span>{" "}
        {message.body || (message.media.length > 0 && t("mediaUnnamed"))}
      </p>
      <IconButton label={t("answerNot")} icon={<Icon of={X} />} onClick={onCancel} />
    </div>
  );
}
