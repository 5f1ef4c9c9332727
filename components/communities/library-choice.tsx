"use client";
import { useState } from "react";
import { libraryPictures } from "@/components/ui/library-pictures";
import { Sign } from "@/components/ui/sign";
import { TextInput } from "@/components/ui/text-input";
import { tileAt } from "@/components/ui/tile";
import { useUiLocale } from "@/components/ui/ui-texts";
import { ChoiceTile } from "./choice-tile";
import type { IconTexts } from "./icon-field";
import { answersTo, pictureName } from "./icon-search";

type LibraryChoiceProps = {
  texts: IconTexts;
  chosen: string;
  tile: number;
  onChoose: (name: string) => void;
};

/** The shipped pictures, found by words of three languages. */
export function LibraryChoice({ texts, chosen, tile, onChoose }: LibraryChoiceProps) {
  const [typed, setTyped] = useState("");
  const locale = useUiLocale();
  const names = Object.keys(libraryPictures).filter((name) => answersTo(name, typed));
  return (
    <div className="grid gap-2.5">
      <input type="hidden" name="library" value={chosen} />
      <TextInput
        type="search"
        aria-label={texts.search}
        placeholder={texts.search}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="grid max-h-72 grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))] gap-1.5 overflow-y-auto p-0.5">
        {names.map((name) => (
          <ChoiceTile
            key={name}
            label={pictureName(name, locale)}
            chosen={chosen === name}
            onChoose={() => onChoose(name)}
            className={tileAt(tile)}
          >
            <Sign of={libraryPictures[name] ?? ""} size={22} />
          </ChoiceTile>
        ))}
      </div>
      {names.length === 0 && (
        <p role="status" className="text-ink2 text-meta">
          {texts.searchNone}
        </p>
      )}
    </div>
  );
}
