"use client";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useRef, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldErrors } from "@/components/ui/field";
import { useFormField } from "@/components/ui/form-context";

const CropDialog = lazy(async () => ({ default: (await import("./crop-dialog")).CropDialog }));

type PhotoFieldProps = { name: string; src: string | null };
type Chosen = { src: string; crop: string };

/**
 * A person's photo: chosen or taken, and cut to a square by hand or keys. Without script the middle of the picture is taken.
 */
export function PhotoField({ name, src }: PhotoFieldProps) {
  const t = useTranslations("members.form");
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [isCropping, setIsCropping] = useState(false);
  const { id, errors } = useFormField("photo", t("photo"));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-semibold text-control">{t("photo")}</legend>
      <div className="flex flex-wrap items-center gap-4">
        {chosen ? (
          <CroppedPreview {...chosen} label={t("photoPreview")} />
        ) : (
          <Avatar name={name} src={src} size="lg" />
        )}
        <div className="flex flex-wrap gap-2">
          <label className={buttonStyle("secondary", "md", "cursor-pointer has-focus-visible:outline-2")}>
            {t(src ? "changePhoto" : "choosePhoto")}
            <input
              ref={input}
              id={id}
              type="file"
              name="photo"
              accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
              className="sr-only"
              aria-describedby={`${id}-hint`}
              onChange={(event) => {
                const file = event.target.files?.[0];
                setChosen(file ? { src: URL.createObjectURL(file), crop: "" } : null);
                setIsCropping(Boolean(file));
              }}
            />
          </label>
          {chosen && <Button onClick={() => setIsCropping(true)}>{t("crop")}</Button>}
        </div>
      </div>
      <input type="hidden" name="photoCrop" value={chosen?.crop ?? ""} />
      <p id={`${id}-hint`} className="text-ink2 text-meta">
        {t("photoHint")}
      </p>
      {src && !chosen && <Checkbox name="removePhoto" label={t("removePhoto")} />}
      <FieldErrors id={id} errors={errors} />
      {chosen && isCropping && (
        <Suspense fallback={null}>
          <CropDialog
            src={chosen.src}
            onDone={(crop) => {
              setChosen({ ...chosen, crop });
              setIsCropping(false);
            }}
          />
        </Suspense>
      )}
    </fieldset>
  );
}

/** The chosen square of a picture, drawn by moving the whole behind a window. */
function CroppedPreview({ src, crop, label }: Chosen & { label: string }) {
  const [x = 0, y = 0, width = 100, height = 100] = crop === "" ? [] : crop.split(",").map(Number);
  const style =
    crop === ""
      ? { width: "100%", height: "100%", objectFit: "cover" as const }
      : {
          position: "absolute" as const,
          maxWidth: "none",
          width: `${10_000 / width}%`,
          height: `${10_000 / height}%`,
          left: `${(-x / width) * 100}%`,
          top: `${(-y / height) * 100}%`,
        };
  return (
    <span className="relative block size-14 shrink-0 overflow-hidden rounded-pill">
      {/* biome-ignore lint/performance/noImgElement: a picture of this device, not yet uploaded */}
      <img src={src} alt={label} style={style} />
    </span>
  );
}
