"use client";
import { Camera, Upload } from "lucide-react";
import { FieldErrors } from "@/components/ui/field";
import { Icon as Glyph } from "@/components/ui/icon";
import type { IconTexts } from "./icon-field";

type ImageChoiceProps = {
  texts: IconTexts;
  errors: readonly string[] | undefined;
  givenFileId: string;
  onImage: (src: string) => void;
};

/** An image of one's own, uploaded or taken by the camera. */
export function ImageChoice({ texts, errors, givenFileId, onImage }: ImageChoiceProps) {
  const inputs = [
    { name: "upload", label: texts.upload, glyph: Upload, capture: undefined },
    { name: "photo", label: texts.camera, glyph: Camera, capture: "user" },
  ] as const;
  return (
    <div className="grid gap-2">
      <input type="hidden" name="fileId" value={givenFileId} />
      <div className="grid gap-2 sm:grid-cols-2">
        {inputs.map(({ name, label, glyph, capture }) => (
          <label
            key={name}
            className="flex min-h-16 cursor-pointer items-center justify-center gap-2 rounded-control border border-line-strong border-dashed p-3 font-semibold text-control hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <Glyph of={glyph} />
            {label}
            <input
              type="file"
              name={name}
              accept="image/*"
              {...(capture && { capture })}
              className="sr-only"
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file) onImage(URL.createObjectURL(file));
              }}
            />
          </label>
        ))}
      </div>
      <p className="text-ink2 text-meta">{texts.uploadHint}</p>
      <FieldErrors id="icon-file" errors={errors} />
    </div>
  );
}
