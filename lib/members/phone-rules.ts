import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";

export type PhoneError = "phone_empty" | "phone_invalid" | "phone_country_missing" | "phone_extension";
export type PhoneResult =
  | { ok: true; e164: string; country: string | null }
  | { ok: false; code: PhoneError };

/**
 * Reads a number as typed into E.164. `defaultCountry` (ISO 3166 alpha-2, the tenant's) is for numbers written
 * without a country. Nothing is corrected silently (I1): no digit is added, dropped or guessed.
 */
export function parsePhone(typed: string, defaultCountry?: string): PhoneResult {
  const text = typed
    .normalize("NFKC")
    .replace(/[\p{Cf}\p{Cc}]/gu, "")
    .replace(/\p{Pd}/gu, "-")
    .trim();
  if (text === "") return { ok: false, code: "phone_empty" };
  if (!/^[+\d(][\d\s().\-/+]*$/u.test(text)) return { ok: false, code: refusalFor(text) };
  const international = text.startsWith("+") || text.startsWith("00") || text.startsWith("(+");
  const country = countryOf(defaultCountry);
  if (!international && country === undefined) return { ok: false, code: "phone_country_missing" };
  if (international) return readInternational(`+${digitsOf(text).replace(/^00/u, "")}`);
  const parsed = parsePhoneNumberFromString(text, {
    ...(country && { defaultCountry: country }),
    extract: false,
  });
  return parsed?.isValid() ? found(parsed.number, parsed.country ?? null) : refused;
}

function readInternational(plus: string): PhoneResult {
  const mexican = /^\+521([2-9]\d{9})$/u.exec(plus);
  // The metadata dropped the Mexican mobile 1 in 2020, yet WhatsApp and address books still write it.
  const parsed = parsePhoneNumberFromString(mexican ? `+52${mexican[1]}` : plus, { extract: false });
  if (!parsed?.isValid()) return refused;
  return found(mexican ? plus : parsed.number, parsed.country ?? null);
}

const refused: PhoneResult = { ok: false, code: "phone_invalid" };

function found(e164: string, country: string | null): PhoneResult {
  return { ok: true, e164, country };
}

function refusalFor(text: string): PhoneError {
  return /(?:ext|ramal|x|#)\.?\s*\d+$/iu.test(text) ? "phone_extension" : "phone_invalid";
}

function digitsOf(text: string): string {
  return text.replace(/\D/gu, "");
}

function countryOf(code: string | undefined): CountryCode | undefined {
  const upper = code?.toUpperCase();
  return upper && isSupportedCountry(upper) ? upper : undefined;
}

type Twin = { short: string; long: string; canonical: string };

/** The two spellings of one number, where a country has such a digit; null elsewhere and for landlines (X20). */
function twinOf(e164: string): Twin | null {
  // Brazil: the ninth digit of mobiles, whose older 8 digits start 6–9; landlines start 2–5 and have none.
  const brazil = /^\+55([1-9][1-9])9?([6-9]\d{7})$/u.exec(e164);
  if (brazil) {
    const [, area, subscriber] = brazil;
    const long = `+55${area}9${subscriber}`;
    return { short: `+55${area}${subscriber}`, long, canonical: long };
  }
  const mexico = /^\+521?([2-9]\d{9})$/u.exec(e164);
  if (mexico) {
    const short = `+52${mexico[1]}`;
    return { short, long: `+521${mexico[1]}`, canonical: short };
  }
  const argentina = /^\+549?([1-3]\d{9})$/u.exec(e164);
  if (argentina) {
    const short = `+54${argentina[1]}`;
    return { short, long: `+549${argentina[1]}`, canonical: short };
  }
  return null;
}

/** Every spelling under which the same line may be stored elsewhere, the given one first (X20). */
export function phoneVariants(e164: string): string[] {
  const twin = twinOf(e164);
  if (twin === null) return [e164];
  return e164 === twin.short ? [twin.short, twin.long] : [twin.long, twin.short];
}

/** One form for all variants of a number: what is unique per tenant. Not for dialling, not for display (X20). */
export function canonicalPhone(e164: string): string {
  return twinOf(e164)?.canonical ?? e164;
}

/** What a marketer may see of a number (P8): the country and the last two digits. */
export function maskPhone(e164: string): string {
  const digits = digitsOf(e164);
  if (digits.length < 6) return "••••";
  const calling = parsePhoneNumberFromString(e164)?.countryCallingCode;
  const shown = calling && e164.startsWith(`+${calling}`) ? `+${calling} ` : "";
  const hidden = digits.length - (shown === "" ? 0 : (calling?.length ?? 0)) - 2;
  return `${shown}${"•".repeat(hidden)}${digits.slice(-2)}`;
}

/** A number as people read it: `+55 11 98888-7777`. */
export function formatPhone(e164: string): string {
  // Mobiles of before the ninth digit are stored as they came; the metadata no longer knows how they are grouped.
  const old = /^\+55(\d{2})([6-9]\d{3})(\d{4})$/u.exec(e164);
  if (old) return `+55 ${old[1]} ${old[2]} ${old[3]}`;
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/** The address of a chat with that number: digits only, the text an editable draft (opening it sends nothing). */
export function waMeUrl(e164: string, text?: string): string {
  const query = text === undefined ? "" : `?text=${encodeURIComponent(text)}`;
  return `https://wa.me/${digitsOf(e164)}${query}`;
}
