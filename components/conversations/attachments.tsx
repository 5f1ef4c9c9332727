"use client";
import { FileText, Paperclip, X } from "lucide-react";
import type { ChangeEvent } from "react";
import { controlStyle } from "@/components/ui/control-style";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { MEDIA_TYPES } from "@/lib/platform/files/media-rules";
import { useRoomTexts } from "./room-texts";
import type { Attachment } from "./use-attachments";

/** The button that opens the browser's own choice of files. */
export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useRoomTexts();
  return (
    <label
      title={t("attach")}
      className="inline-grid size-11 shrink-0 cursor-pointer place-items-center rounded-pill text-ink2 hover:bg-sunken hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
    >
      <Icon of={Paperclip} />
      <input
        type="file"
        multiple
        aria-label={t("attach")}
        accept={MEDIA_TYPES.join()}
        className="sr-only"
        onChange={(event: ChangeEvent<HTMLInputElement>) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again after it was removed.
          event.target.value = "";
        }}
      />
    </label>
  );
}

type AttachmentsProps = {
  items: readonly Attachment[];
  said: string;
  onDescribe: (key: string, alt: string) => void;
  onRemove: (item: Attachment) => void;
};

/** What goes with the message, each with its words for who does not see it. */
export function Attachments({ items, said, onDescribe, onRemove }: AttachmentsProps) {
  return (
    <>
      {items.length > 0 && (
        <ul className="col-span-full grid max-h-[40vh] gap-2 overflow-y-auto">
          {items.map((item) => (
            <Card
              key={item.key}
              item={item}
              onDescribe={(alt) => onDescribe(item.key, alt)}
              onRemove={() => onRemove(item)}
            />
          ))}
        </ul>
      )}
      <p role="status" className="col-span-full text-meta text-urucum empty:hidden">
        {said}
      </p>
    </>
  );
}

type CardProps = { item: Attachment; onDescribe: (alt: string) => void; onRemove: () => void };

function Card({ item, onDescribe, onRemove }: CardProps) {
  const t = useRoomTexts();
  const { name, localUrl, isPicture, progress, problem, alt } = item;
  return (
    <li className="grid grid-cols-[3rem_minmax(0,1fr)_auto] items-center gap-2 rounded-control border border-line bg-surface p-1.5">
      {localUrl ? (
        // biome-ignore lint/performance/noImgElement: it is in this browser already.
        <img src={localUrl} alt="" className="size-12 rounded-control bg-sunken object-cover" />
      ) : (
        <span className="grid size-12 place-items-center rounded-control bg-sunken text-ink2">
          <Icon of={FileText} />
        </span>
      )}
      <div className="grid min-w-0 gap-1">
        <p className="truncate text-meta">{name}</p>
        {problem && (
          <p role="alert" className="text-meta text-urucum">
            {problem}
          </p>
        )}
        {progress !== null && (
          <progress
            className="h-2 w-full accent-porta"
            value={progress}
            max={1}
            aria-label={t("attachSending", { name })}
          />
        )}
        {isPicture && !problem && (
          <input
            type="text"
            aria-label={t("attachAlt", { name })}
            placeholder={t("attachAltShort")}
            value={alt}
            maxLength={1_000}
            onChange={(event) => onDescribe(event.target.value)}
            className={controlStyle}
          />
        )}
      </div>
      <IconButton label={t("attachRemove", { name })} icon={<Icon of={X} />} onClick={onRemove} />
    </li>
  );
}
