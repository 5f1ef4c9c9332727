"use client";
import { Camera, ImagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  type ChangeEvent,
  type Dispatch,
  type DragEvent,
  type SetStateAction,
  useRef,
  useState,
} from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { cx } from "@/components/ui/cx";
import { FieldErrors } from "@/components/ui/field";
import { useFormField } from "@/components/ui/form-context";
import { Icon } from "@/components/ui/icon";
import { MOST_MEDIA } from "@/lib/media/rules";
import { MAX_MEDIA_BYTES, MEDIA_TYPES, mediaKindOf } from "@/lib/platform/files/media-rules";
import { MediaCard } from "./media-card";
import { arrivedOf, type MediaItem } from "./media-item";
import { sendFile } from "./send-file";

type MediaFieldProps = {
  /** Where uploads go, and where they are fetched, without the id. */
  uploadPath: string;
  mediaPath: string;
  items: readonly MediaItem[];
  onItems: Dispatch<SetStateAction<MediaItem[]>>;
};

/** Pictures, films and documents: chosen, dropped or taken, each with its words; what failed says why and stays until it is removed. */
export function MediaField({ uploadPath, mediaPath, items, onItems }: MediaFieldProps) {
  const t = useTranslations("media");
  const label = t("label");
  const { id, errors } = useFormField("media", label);
  const [isOver, setOver] = useState(false);
  const [said, setSaid] = useState("");
  const chooser = useRef<HTMLInputElement>(null);
  const room = MOST_MEDIA - items.length;

  const change = (key: string, part: Partial<MediaItem>) =>
    onItems((all) => all.map((item) => (item.key === key ? { ...item, ...part } : item)));

  function take(files: readonly File[]) {
    const tooLarge = files.find((file) => file.size > mostBytesOf(file));
    if (tooLarge)
      return setSaid(t("tooLarge", { name: tooLarge.name, megabytes: mostBytesOf(tooLarge) / MEBIBYTE }));
    const taken = files.slice(0, room).map((file) => ({ file, item: itemOf(file) }));
    onItems((all) => [...all, ...taken.map(({ item }) => item)]);
    setSaid(files.length > room ? t("tooMany", { most: MOST_MEDIA }) : "");
    for (const { file, item } of taken)
      sendFile(uploadPath, file, {
        onProgress: (progress) => change(item.key, { progress }),
        onDone: (media) => {
          change(item.key, { media, progress: null });
          setSaid(t("arrived", { name: file.name }));
        },
        onError: (detail) => {
          const error = detail ?? t("offline");
          change(item.key, { progress: null, error });
          setSaid(`${file.name}: ${error}`);
        },
      });
  }

  function remove(item: MediaItem) {
    if (item.localUrl) URL.revokeObjectURL(item.localUrl);
    onItems((all) => all.filter(({ key }) => key !== item.key));
    setSaid(t("removed"));
    chooser.current?.focus();
  }

  const choices = arrivedOf(items).map(({ id: mediaId, alt, decorative }) => ({
    id: mediaId,
    alt,
    decorative,
  }));
  // What failed waits to be removed: nothing is left out unseen.
  const hasPending = items.some(({ media }) => !media);
  return (
    <fieldset className="grid gap-2.5" aria-describedby={`${id}-hint`}>
      <legend className="font-semibold text-control text-ink">{label}</legend>
      <p id={`${id}-hint`} className="text-ink2 text-meta">
        {t("hint", { most: MOST_MEDIA })}
      </p>
      <input type="hidden" name="media" value={JSON.stringify(choices)} />
      {hasPending && <input type="hidden" name="mediaPending" value="on" />}
      {items.length > 0 && (
        <ul className="grid gap-3">
          {items.map((item, place) => (
            <MediaCard
              key={item.key}
              item={item}
              mediaPath={mediaPath}
              // What has not arrived has no place among the choices.
              place={choices.findIndex((choice) => choice.id === item.media?.id)}
              number={place + 1}
              onChange={(part) => change(item.key, part)}
              onRemove={() => remove(item)}
            />
          ))}
        </ul>
      )}
      {room > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the buttons inside are the way for keys.
        <div
          className={cx(
            "flex flex-wrap gap-2 rounded-control border border-line-strong border-dashed p-3",
            isOver && "border-porta bg-porta-soft",
          )}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event: DragEvent) => {
            event.preventDefault();
            setOver(false);
            take([...event.dataTransfer.files]);
          }}
        >
          <Chooser
            ref={chooser}
            id={id}
            label={t("choose")}
            icon={ImagePlus}
            onFiles={take}
            multiple
            accept={MEDIA_TYPES.join()}
          />
          <Chooser
            id={`${id}-camera`}
            label={t("camera")}
            icon={Camera}
            onFiles={take}
            accept="image/*"
            capture="environment"
            className="[@media(hover:hover)]:hidden"
          />
          <p className="self-center text-ink2 text-meta [@media(hover:none)]:hidden">{t("drop")}</p>
        </div>
      )}
      <FieldErrors id={id} errors={errors} />
      <p aria-live="polite" className="text-ink2 text-meta empty:hidden">
        {said}
      </p>
    </fieldset>
  );
}

const MEBIBYTE = 1024 * 1024;

/** By what the browser takes it for; the server looks at the bytes. */
function mostBytesOf(file: File): number {
  return MAX_MEDIA_BYTES[mediaKindOf(file.type) ?? "document"];
}

let made = 0;

function itemOf(file: File): MediaItem {
  const localUrl = file.type.startsWith("image/") ? URL.createObjectURL(file) : null;
  const nothing = { media: null, error: null, alt: "", decorative: false };
  made += 1;
  return { key: `new-${made}`, localUrl, name: file.name, progress: 0, ...nothing };
}

type ChooserProps = {
  ref?: React.Ref<HTMLInputElement>;
  id: string;
  label: string;
  icon: typeof Camera;
  accept: string;
  multiple?: boolean;
  capture?: "environment";
  className?: string;
  onFiles: (files: readonly File[]) => void;
};

/** A button that opens the browser's own choice of files. */
function Chooser({ ref, id, label, icon, className, onFiles, ...input }: ChooserProps) {
  return (
    <label
      htmlFor={id}
      className={buttonStyle(
        "secondary",
        "md",
        cx("cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-focus", className),
      )}
    >
      <Icon of={icon} size={20} />
      {label}
      <input
        ref={ref}
        id={id}
        type="file"
        className="sr-only"
        onChange={(event: ChangeEvent<HTMLInputElement>) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again after it was removed.
          event.target.value = "";
        }}
        {...input}
      />
    </label>
  );
}
