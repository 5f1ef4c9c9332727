import { type CountryCode, getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/min";
import { canonicalPhone, parsePhone } from "./phone-rules";

/** What a typed search asks for. Every part is a beginning; `phoneEnds` is an ending. */
export type SearchTerms = {
  words: string[];
  tag: string;
  phoneStarts: string[];
  phoneEnds: string | null;
  contact: string | null;
};

const WORD_BREAK = /[\s.,;:/()'"-]+/u;
const MIN_DIGITS = 3;
const MAX_WORDS = 6;

/** Reads what was typed: words of a name, a tag, digits of a phone, the beginning of an e-mail or username. */
export function readSearch(typed: string, country: string): SearchTerms | null {
  const text = typed
    .normalize("NFC")
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, 200);
  if (text === "") return null;
  const words = text.split(WORD_BREAK).filter((word) => word !== "");
  const isContact = /^@?[\p{L}\p{N}._%+-]+(?:@[\p{L}\p{N}.-]*)?$/u.test(text) && /\p{L}/u.test(text);
  const contact = isContact ? text.replace(/^@/u, "") : null;
  return {
    words: words.slice(0, MAX_WORDS).map((word) => word.slice(0, 100)),
    tag: text.slice(0, 100),
    contact: contact?.toLowerCase() ?? null,
    ...readDigits(text, country),
  };
}

function readDigits(text: string, country: string): Pick<SearchTerms, "phoneStarts" | "phoneEnds"> {
  const digits = text.replace(/\D/gu, "");
  if (!/^[+\d(][\d\s().\-/]*$/u.test(text) || digits.length < MIN_DIGITS)
    return { phoneStarts: [], phoneEnds: null };
  if (text.startsWith("+"))
    return { phoneStarts: [...new Set([`+${digits}`, exact(text, country)])], phoneEnds: null };
  const local = `+${callingCode(country)}${digits.replace(/^0/u, "")}`;
  return { phoneStarts: [...new Set([local, exact(text, country)])], phoneEnds: digits };
}

/** A whole number is looked for in its canonical form, so that the ninth digit does not matter (X20). */
function exact(text: string, country: string): string {
  const phone = parsePhone(text, country);
  return phone.ok ? canonicalPhone(phone.e164) : `+${text.replace(/\D/gu, "")}`;
}

function callingCode(country: string): string {
  return isSupportedCountry(country) ? getCountryCallingCode(country as CountryCode) : "";
}
