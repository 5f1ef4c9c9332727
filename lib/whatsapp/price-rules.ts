import { type CountryCode, getCountries, getCountryCallingCode } from "libphonenumber-js/min";
import { minorDigits } from "@/lib/shared/money";

/** What Meta charges by: a template of one of two categories, or a free message within a day of the person's own. */
export const PRICE_CATEGORIES = ["marketing", "utility", "service"] as const;
export type PriceCategory = (typeof PRICE_CATEGORIES)[number];

/** Every other country of a rate card. */
export const ELSEWHERE = "*";

/** One line of a rate card: millionths of the currency's unit a message, from a day (`YYYY-MM-DD`) on. */
export type Price = {
  callingCode: string;
  category: PriceCategory;
  validFrom: string;
  amountMicros: number;
};

/** More than Meta has countries, categories and quarters in two years. */
export const MOST_PRICES = 2_000;

/** The price list of a tenant's number and its currency; null without prices. One currency for all: Meta bills in one. */
export type PriceList = { currency: string | null; prices: Price[] };

/** So many people of one country who get the same category of message; null where no price is known. */
export type CostLine = {
  callingCode: string;
  country: string | null;
  category: PriceCategory;
  people: number;
  amountMinor: number | null;
};

const CODES = new Map<string, CountryCode>();
for (const country of getCountries()) {
  const code = getCountryCallingCode(country);
  if (!CODES.has(code)) CODES.set(code, country);
}
// Countries that share a code with their smaller neighbours: the one that most numbers are of.
for (const country of ["US", "RU", "GB", "IT", "AU", "FR", "NO", "FI", "MA"] as const)
  CODES.set(getCountryCallingCode(country), country);

/** The calling code that the digits of a number begin with: no code begins another (ITU E.164). Null where none does. */
export function callingCodeOf(digits: string): string | null {
  return [1, 2, 3].map((length) => digits.slice(0, length)).find((code) => CODES.has(code)) ?? null;
}

/** The country that most numbers of a calling code are of (ISO 3166 alpha-2); null for a code that nobody has. */
export function countryOfCode(callingCode: string): string | null {
  return CODES.get(callingCode) ?? null;
}

/** A code as it is typed: `55`, `+55`, `BR` or `*`. Null where it is none. */
export function readCallingCode(typed: string): string | null {
  const text = typed.trim().toUpperCase();
  if (text === ELSEWHERE) return ELSEWHERE;
  const country = getCountries().find((known) => known === text);
  if (country) return getCountryCallingCode(country);
  const digits = text.replace(/^\+/u, "");
  return CODES.has(digits) ? digits : null;
}

/** Which category an announcement is charged as: freely within the day, or by the template of its purpose. */
export function categoryOf(purpose: string, isOpen: boolean): PriceCategory {
  if (isOpen) return "service";
  return purpose === "promotions" ? "marketing" : "utility";
}

/** The price of a country and category on a day: its own before that of everywhere else, and of these the latest that holds. */
export function priceOn(
  prices: readonly Price[],
  { callingCode, category, day }: { callingCode: string; category: PriceCategory; day: string },
): number | null {
  const latest = (code: string) =>
    prices
      .filter((price) => price.callingCode === code && price.category === category && price.validFrom <= day)
      .reduce<Price | null>((best, price) => (best && best.validFrom > price.validFrom ? best : price), null);
  return (latest(callingCode) ?? latest(ELSEWHERE))?.amountMicros ?? null;
}

/** Millionths of a unit in the currency's minor unit, rounded once. */
export function toMinor(micros: number, currency: string): number {
  return Math.round((micros / 1_000_000) * 10 ** minorDigits(currency));
}
