"use client";
import { useState } from "react";
import { libraryIcons } from "@/components/ui/library-icons";
import { TextInput } from "@/components/ui/text-input";
import { tileAt } from "@/components/ui/tile";
import { ChoiceTile } from "./choice-tile";
import type { IconTexts } from "./icon-field";
import { answersTo } from "./icon-search";

type LibraryChoiceProps = {
  texts: IconTexts;
  chosen: string;
  tile: number;
  onChoose: (name: string) => void;
};

/** The shipped pictures, found by words of three languages. */
export function LibraryChoice({ texts, chosen, tile, onChoose }: LibraryChoiceProps) {
  const [typed, setTyped] = useState("");
  const names = Object.keys(libraryIcons).filter((name) => answersTo(name, typed));
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
      <div className="grid grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))] gap-1.5">
        {names.map((name) => {
          const Picture = libraryIcons[name];
          return (
            Picture && (
              <ChoiceTile
                key={name}
                label={name}
                chosen={chosen === name}
                onChoose={() => onChoose(name)}
                className={tileAt(tile)}
              >
                <Picture size={22} strokeWidth={1.75} aria-hidden="true" />
              </ChoiceTile>
            )
          );
        })}
      </div>
      {names.length === 0 && (
        <p role="status" className="text-ink2 text-meta">
          {texts.searchNone}
        </p>
      )}
    </div>
  );
}
