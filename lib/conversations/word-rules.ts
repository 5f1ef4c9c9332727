import { foldForSearch } from "@/lib/shared/text";

/** How many words a room refuses at most, and how long each may be. */
export const MOST_REFUSED_WORDS = 200;
export const MOST_WORD_LENGTH = 60;

const NO_LETTER = /[^\p{L}\p{N}]+/gu;

/** A text as its words are compared: without accents and case, each word between two spaces. */
function spaced(text: string): string {
  return ` ${foldForSearch(text).replace(NO_LETTER, " ").trim()} `;
}

/**
 * The first of a room's refused words that a text has, or null (C4). Whole words and phrases, accents and case ignored; one
 * that ends in `*` also stands for what begins so.
 */
export function refusedWordIn(text: string, words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const said = spaced(text);
  const has = (word: string) => {
    const wanted = spaced(word);
    return wanted.trim() !== "" && said.includes(word.endsWith("*") ? wanted.trimEnd() : wanted);
  };
  return words.find(has) ?? null;
}

/** Words as they are kept: one a line, each once, in the order in which they were written. */
export function readWords(lines: readonly string[]): string[] {
  const words = lines
    .map((line) => line.trim())
    .filter((line) => foldForSearch(line).replace(NO_LETTER, "") !== "");
  return [...new Map(words.toReversed().map((word) => [foldForSearch(word), word])).values()].toReversed();
}
