"use client";
import { useEffect, useState } from "react";
import type { CommunityIconPicture } from "@/components/ui/community-icon";
import { cx } from "@/components/ui/cx";
import { FieldErrors } from "@/components/ui/field";
import { useFormField } from "@/components/ui/form-context";
import { TextInput } from "@/components/ui/text-input";
import { tileAt } from "@/components/ui/tile";
import type { Icon } from "@/lib/communities/types";
import { ChoiceTile } from "./choice-tile";
import { EMOJI_CHOICES } from "./emoji-choices";
import { ImageChoice } from "./image-choice";
import { LibraryChoice } from "./library-choice";

export type IconTexts = {
  choose: string;
  emoji: string;
  library: string;
  image: string;
  other: string;
  search: string;
  searchNone: string;
  tile: string;
  tileNumbers: readonly string[];
  upload: string;
  camera: string;
  uploadHint: string;
};
type Kind = "emoji" | "library" | "image";
type IconFieldProps = {
  label: string;
  texts: IconTexts;
  given: Icon | null;
  onPicture: (picture: CommunityIconPicture | null) => void;
};

const TILES = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** The picture of a house: an emoji, one of the library, an image or the camera (H8). */
export function IconField({ label, texts, given, onPicture }: IconFieldProps) {
  const [kind, setKind] = useState<Kind>(given?.kind ?? "emoji");
  const [emoji, setEmoji] = useState(given?.kind === "emoji" ? given.value : "");
  const [library, setLibrary] = useState(given?.kind === "library" ? given.value : "");
  const [tile, setTile] = useState(given?.tile ?? 3);
  const [image, setImage] = useState<string | null>(null);
  const { id, errors } = useFormField("emoji", label);
  const { errors: uploadErrors } = useFormField("file", label);

  // The picture shown beside the form lives in another component.
  useEffect(() => {
    const picture = pictureFrom(kind, { emoji, library, tile, image });
    if (picture !== undefined) onPicture(picture);
  }, [kind, emoji, library, tile, image, onPicture]);

  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 font-semibold text-control">{label}</legend>
      <div
        role="radiogroup"
        aria-label={texts.choose}
        className="flex flex-wrap gap-1 rounded-control bg-sunken p-1 ring-1 ring-line ring-inset"
      >
        {(["emoji", "library", "image"] as const).map((one) => (
          <label
            key={one}
            className="grow cursor-pointer rounded-chip px-3 py-1.5 text-center font-semibold text-control text-ink2 has-checked:bg-surface has-checked:text-ink has-checked:shadow-lift has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="iconKind"
              value={one}
              checked={kind === one}
              onChange={() => setKind(one)}
              className="sr-only"
            />
            {texts[one]}
          </label>
        ))}
      </div>
      {kind === "emoji" && (
        <div className="grid gap-2.5">
          <div className="grid grid-cols-[repeat(auto-fill,minmax(2.5rem,1fr))] gap-1.5">
            {EMOJI_CHOICES.map((one) => (
              <ChoiceTile key={one} label={one} chosen={emoji === one} onChoose={() => setEmoji(one)}>
                <span aria-hidden="true" className="text-[1.35rem] leading-none">
                  {one}
                </span>
              </ChoiceTile>
            ))}
          </div>
          <label htmlFor={id} className="flex flex-wrap items-center gap-2 text-control text-ink2">
            {texts.other}
            <TextInput
              name="emoji"
              id={id}
              value={emoji}
              onChange={(event) => setEmoji(event.target.value)}
              className="w-24! text-center"
              aria-describedby={errors?.length ? `${id}-error` : undefined}
            />
          </label>
          <FieldErrors id={id} errors={errors} />
        </div>
      )}
      {kind === "library" && (
        <LibraryChoice texts={texts} chosen={library} tile={tile} onChoose={setLibrary} />
      )}
      {kind === "image" && (
        <ImageChoice
          texts={texts}
          errors={uploadErrors}
          givenFileId={given?.kind === "image" ? given.value : ""}
          onImage={setImage}
        />
      )}
      {kind !== "image" && (
        <div role="radiogroup" aria-label={texts.tile} className="flex flex-wrap items-center gap-2">
          <span className="text-control text-ink2">{texts.tile}</span>
          {TILES.map((one) => (
            <label
              key={one}
              className={cx(
                "size-8 cursor-pointer rounded-[22%] ring-1 ring-line ring-inset has-checked:ring-2 has-checked:ring-ink has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
                tileAt(one),
              )}
            >
              <input
                type="radio"
                name="tile"
                value={one}
                checked={tile === one}
                onChange={() => setTile(one)}
                className="sr-only"
                aria-label={texts.tileNumbers[one]}
              />
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}

type Chosen = { emoji: string; library: string; tile: number; image: string | null };

/** Undefined keeps what is shown: an image was chosen before, and none now. */
function pictureFrom(
  kind: Kind,
  { emoji, library, tile, image }: Chosen,
): CommunityIconPicture | null | undefined {
  if (kind === "image") return image === null ? undefined : { kind: "photo", src: image };
  if (kind === "emoji") return emoji === "" ? null : { kind, emoji, tile };
  return library === "" ? null : { kind, name: library, tile };
}
