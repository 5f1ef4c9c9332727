/** The dated beginning of a line, before anything is known about the order of its numbers. */
export type Header = {
  numbers: [string, string, string];
  rawDate: string;
  /** `HH:mm:ss`. */
  time: string;
  /** Brackets or not, and the separator: one export uses one look, so quoted lines of others stand out. */
  look: string;
  rest: string;
};

// Android: `31/12/2025, 23:59 - Name: text`; iOS: `[31/12/2025, 23:59:59] Name: text`. Separators / - . with an
// optional space, a trailing dot or comma, words such as "às" before the time, a narrow space before AM or "a. m.".
const MARKS = "[\\u200e\\u200f\\u202a-\\u202e\\ufeff]{0,8}";
const DATE = "(\\d{1,4})(?<sep>[-/.])\\s?(\\d{1,2})\\k<sep>\\s?(\\d{1,4})";
const TIME = "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?";
const HALF = "(?:[\\s\\u202f\\u00a0]{0,3}([ap])\\.?[\\s\\u202f\\u00a0]?m\\b\\.?)?";
const HEADER = new RegExp(
  `^${MARKS}(\\[?)${MARKS}(?<date>${DATE})[.,]?,?\\s(?:\\p{L}{1,4}\\s(?:\\p{L}{1,4}\\s)?)?${TIME}${HALF}${MARKS}(\\]|\\s-|:)(?:\\s|$)`,
  "iu",
);

/** Reads a dated line, or answers null for a line that continues the message above. */
export function readHeader(line: string): Header | null {
  const match = HEADER.exec(line);
  if (match === null) return null;
  const [whole, open, rawDate, first, separator, second, third, hour, minute, seconds, half, close] = match;
  if ((open === "[") !== (close === "]")) return null;
  const time = clockTime(Number(hour), Number(minute), Number(seconds ?? 0), half?.toLowerCase());
  if (time === null || !rawDate || !first || !second || !third) return null;
  return {
    numbers: [first, second, third],
    rawDate,
    time,
    look: `${open}${separator}${close}`,
    rest: line.slice(whole.length),
  };
}

function clockTime(hour: number, minute: number, second: number, half: string | undefined): string | null {
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const afternoon = half === "p" ? 12 : 0;
  const hour24 = half === undefined ? hour : (hour % 12) + afternoon;
  if (hour24 > 23 || minute > 59 || second > 59) return null;
  return [hour24, minute, second].map((part) => String(part).padStart(2, "0")).join(":");
}
