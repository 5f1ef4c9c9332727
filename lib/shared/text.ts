// Text rules shared by every noun (X23). Zero-width joiners stay: emoji families and several scripts need them.
const LINE_BREAK = /\r\n?|[\u2028\u2029\u0085]/gu;
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Bidi_Control}\ufeff]/gu;
const INVISIBLE_BUT_BREAKS = /[^\P{Cc}\n\t]|[\p{Cs}\p{Bidi_Control}\ufeff]/gu;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

// Printable ASCII needs no segmenting and has nothing to fold but its case: most texts of a big import.
const ASCII = /^[\x20-\x7e]*$/u;

// Letters that carry their stroke inside the glyph and so survive the removal of combining marks.
const FOLDED_LETTERS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

const graphemes = new Intl.Segmenter("pt-BR", { granularity: "grapheme" });

/** Length as a person counts it: a family emoji or an accented letter is one. Expects cleaned text. */
export function countGraphemes(text: string): number {
  if (ASCII.test(text)) return text.length;
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

const PICTOGRAPH = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*0-9]\ufe0f?\u20e3/u;
const MAX_EMOJI_UNITS = 40;

/** Whether a text is one picture sign and nothing else. */
export function isEmoji(text: string): boolean {
  return countGraphemes(text) === 1 && text.length <= MAX_EMOJI_UNITS && PICTOGRAPH.test(text);
}

/** The first `max` user-perceived characters of a text. */
export function takeGraphemes(text: string, max: number): string {
  let count = 0;
  for (const { index } of graphemes.segment(text)) {
    if (count === max) return text.slice(0, index);
    count += 1;
  }
  return text;
}

/** The longest beginning of a text that has so many UTF-16 units at most, as services count, and no half of a character in it. */
export function takeWithin(text: string, mostUnits: number): string {
  if (text.length <= mostUnits) return text;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > mostUnits) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/**
 * A one-line name: line breaks and tabs become spaces, other control and bidi characters go, NFC, trimmed.
 * A name with nothing visible in it is the empty string (L6, X23).
 */
export function cleanName(raw: string): string {
  const oneLine = raw.replace(LINE_BREAK, " ").replace(/[\n\t]/gu, " ");
  const name = oneLine.replace(INVISIBLE, "").normalize("NFC").trim();
  return VISIBLE.test(name) ? name : "";
}

/** A text of several lines: like a name, but line breaks (always "\n") and tabs stay. */
export function cleanText(raw: string): string {
  const text = raw.replace(LINE_BREAK, "\n").replace(INVISIBLE_BUT_BREAKS, "").normalize("NFC").trim();
  return VISIBLE.test(text) ? text : "";
}

/** The form in which texts are compared and searched: lower case, no accents, single spaces. */
export function foldForSearch(raw: string): string {
  if (ASCII.test(raw)) return raw.toLowerCase().replace(/ {2,}/gu, " ").trim();
  const lower = raw.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return lower
    .replace(/[ßæœøłđðþı]/gu, (letter) => FOLDED_LETTERS[letter] ?? letter)
    .replace(/\p{M}/gu, "")
    .replace(INVISIBLE_BUT_BREAKS, "")
    .replace(/\s+/gu, " ")
    .trim()
    .normalize("NFC");
}
