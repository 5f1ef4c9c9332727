import { canonicalPhone, parsePhone } from "./phone-rules";

/** What a typed search asks for; each way finds people for itself. */
export type SearchTerms = {
  /** Each of them is in the name: from three letters on anywhere, fewer at the beginning of a word. */
  words: string[];
  /** The beginning of a tag. */
  tag: string;
  /** Part of an e-mail or username. */
  contact: string | null;
  /** Part of a phone, in each of the ways to write it. */
  digits: string[];
};

const WORD_BREAK = /[\s.,;:/()'"-]+/u;
const MAX_WORDS = 6;
// Fewer are in nearly every number, and in too many addresses to find somebody by them.
const MIN_DIGITS = 3;
const MIN_CONTACT = 3;

/** Whether what was typed may be a phone: the country, which is asked of the database, matters to nothing else. */
export function mayBePhone(typed: string): boolean {
  return /\d/u.test(typed);
}

/** Reads what was typed: words of a name, a tag, digits of a phone, part of an e-mail or username. */
export function readSearch(typed: string, country: string): SearchTerms | null {
  const text = typed
    .normalize("NFC")
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, 200);
  if (text === "") return null;
  const words = text.split(WORD_BREAK).filter((word) => word !== "");
  return {
    words: words.slice(0, MAX_WORDS).map((word) => word.slice(0, 100)),
    tag: text.slice(0, 100),
    contact: readContact(text),
    digits: readDigits(text, country),
  };
}

function readContact(text: string): string | null {
  const contact = text.replace(/^@/u, "");
  const isContact = /^[\p{L}\p{N}._%+-]*(?:@[\p{L}\p{N}.-]*)?$/u.test(contact) && /\p{L}/u.test(contact);
  return isContact && contact.length >= MIN_CONTACT ? contact.toLowerCase() : null;
}

/**
 * The digits as typed; without a trunk zero, which no stored number has; a whole number in its one form, a part of one with
 * its ninth digit too (X20).
 */
function readDigits(text: string, country: string): string[] {
  if (!/^[+\d(][\d\s().\-/]*$/u.test(text)) return [];
  const typed = text.replace(/\D/gu, "");
  const digits = typed.replace(/^0+/u, "");
  if (typed.length < MIN_DIGITS) return [];
  const phone = parsePhone(text, country);
  const whole = phone.ok ? [canonicalPhone(phone.e164).slice(1)] : [];
  const mobile = country === "BR" ? /^((?:55)?[1-9][1-9])([6-9]\d*)$/u.exec(digits) : null;
  const ninth = mobile ? [`${mobile[1]}9${mobile[2]}`] : [];
  const ways = new Set([typed, digits, ...whole, ...ninth].filter((way) => way.length >= MIN_DIGITS));
  return [...ways].filter((way) => ![...ways].some((other) => other !== way && way.includes(other)));
}
