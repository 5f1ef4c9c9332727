import { z } from "zod";
import { cleanName, cleanText, countGraphemes } from "./text";

// No user-perceived character that people write is longer; what is beyond needs no counting.
const LONGEST_GRAPHEME = 11;

const fits = (maximum: number) => (text: string) =>
  text.length <= maximum * LONGEST_GRAPHEME && countGraphemes(text) <= maximum;

function bounded(clean: (raw: string) => string, maximum: number, minimum: number) {
  const cleaned = z
    .string()
    .min(minimum)
    .refine(fits(maximum), { error: "too_big_text", params: { maximum } });
  return z.string().transform(clean).pipe(cleaned);
}

/** A name on one line, cleaned (X23), with something visible in it unless it may stay empty; its length in graphemes. */
export function boundedName(maximum: number, { mayBeEmpty = false } = {}) {
  return bounded(cleanName, maximum, mayBeEmpty ? 0 : 1);
}

/** A text of several lines, cleaned (X23), which may be empty unless told otherwise; its length in graphemes. */
export function boundedText(maximum: number, { mayBeEmpty = true } = {}) {
  return bounded(cleanText, maximum, mayBeEmpty ? 0 : 1);
}
