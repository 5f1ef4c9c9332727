import { foldForSearch } from "@/lib/shared/text";
import { pictureNames } from "./picture-names";

/** Whether a picture answers to what was typed, in any of the three languages, accents and case aside. */
export function answersTo(name: string, typed: string): boolean {
  const wanted = foldForSearch(typed).trim();
  return wanted === "" || foldForSearch([name, ...(pictureNames[name] ?? [])].join(" ")).includes(wanted);
}

/** What a picture is called in the language of the page. */
export function pictureName(name: string, locale: string): string {
  const [pt, en, es] = pictureNames[name] ?? [name, name, name];
  return { en, es }[locale] ?? pt;
}
