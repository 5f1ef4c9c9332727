"use client";
import { FileText, Film, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { describedBy, Field, FieldErrors } from "@/components/ui/field";
import { useFormField } from "@/components/ui/form-context";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Textarea } from "@/components/ui/textarea";
import type { MediaItem } from "./media-item";

type MediaCardProps = {
  item: MediaItem;
  mediaPath: string;
  /** Among what is sent with the form, by which it is told what is wrong with it; -1 for what is not. */
  place: number;
  /** Among what is seen. */
  number: number;
  onChange: (part: Partial<MediaItem>) => void;
  onRemove: () => void;
};

/** One medium of the field: what it looks like, how far it is, and the words for who does not see it. */
export function MediaCard({ item, mediaPath, place, number, onChange, onRemove }: MediaCardProps) {
  const t = useTranslations("media");
  const { media, name, progress, error, alt, decorative } = item;
  const title = name || t("numbered", { number });
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-3 rounded-control border border-line bg-surface p-3">
      <Thumbnail item={item} mediaPath={mediaPath} />
      <div className="grid min-w-0 gap-1.5 pt-1">
        <p className="break-words text-control [overflow-wrap:anywhere]">{title}</p>
        {progress !== null && (
          <progress
            className="h-2 w-full accent-porta"
            value={progress}
            max={1}
            aria-label={t("uploading", { name: title })}
          />
        )}
        {error && <FieldErrors id={`${item.key}-upload`} errors={[error]} />}
      </div>
      <IconButton label={t("remove", { name: title })} icon={<Icon of={X} size={20} />} onClick={onRemove} />
      {media && (
        <Words
          path={`media.${place}.alt`}
          isPicture={media.kind === "image"}
          {...{ title, alt, decorative, onChange }}
        />
      )}
    </li>
  );
}

function Thumbnail({ item: { media, localUrl }, mediaPath }: Pick<MediaCardProps, "item" | "mediaPath">) {
  const src = localUrl ?? (media?.kind === "image" ? `${mediaPath}/${media.id}?size=640` : null);
  const look = "size-16 rounded-chip bg-sunken";
  // biome-ignore lint/performance/noImgElement: a picture of the browser's own, or one whose rights are looked at on every fetch.
  if (src) return <img src={src} alt="" className={`${look} object-cover`} />;
  return (
    <span className={`${look} grid place-content-center text-ink2`}>
      <Icon of={media?.kind === "video" ? Film : FileText} size={24} />
    </span>
  );
}

type WordsProps = {
  path: string;
  isPicture: boolean;
  title: string;
  alt: string;
  decorative: boolean;
  onChange: MediaCardProps["onChange"];
};

function Words({ path, isPicture, title, alt, decorative, onChange }: WordsProps) {
  const t = useTranslations("media");
  const label = t(isPicture ? "alt" : "about");
  const { id, errors } = useFormField(path, `${label} (${title})`);
  const hint = t(isPicture ? "altHint" : "aboutHint");
  return (
    <div className="col-span-full grid gap-1">
      {!decorative && (
        <Field id={id} label={label} hint={hint} errors={errors}>
          <Textarea
            id={id}
            rows={2}
            className="min-h-16!"
            value={alt}
            onChange={(event) => onChange({ alt: event.target.value })}
            aria-invalid={errors?.length ? true : undefined}
            aria-describedby={describedBy(id, { hint, errors })}
          />
        </Field>
      )}
      {isPicture && (
        <Checkbox
          label={t("decorative")}
          hint={t("decorativeHint")}
          checked={decorative}
          onChange={(event) => onChange({ decorative: event.target.checked })}
        />
      )}
    </div>
  );
}
