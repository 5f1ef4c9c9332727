import { EN } from "./en";
import { ES } from "./es";
import { PT, type Words } from "./pt";

/** The first language that is wished for and known: the session's own, the customer's, the browser's. */
export const wordsFor = (...wished: (string | null | undefined)[]): Words => {
  for (const tag of wished.flatMap((one) => (one ?? "").split(","))) {
    const language = tag.trim().slice(0, 2).toLowerCase();
    const found = { pt: PT, en: EN, es: ES }[language];
    if (found) return found;
  }
  return PT;
};

/** The words of a refused card. */
export const declineText = (words: Words, decline: { code: string; decline_code?: string }): string => {
  const known: Record<string, string> = words.declines;
  return known[decline.decline_code ?? ""] ?? known[decline.code] ?? words.declines.generic;
};
