import { parse } from "csv-parse/sync";
import { type FieldIssue, invalidInput } from "@/lib/shared/refusal";
import {
  MOST_PRICES,
  PRICE_CATEGORIES,
  type Price,
  type PriceCategory,
  readCallingCode,
} from "./price-rules";

const DECIMALS = 6;

/** A decimal of at most three digits and six decimals, with comma or point, in millionths; null where it is none. */
export function readMicros(typed: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,6}))?$/u.exec(typed.trim());
  if (!match) return null;
  return Number(match[1]) * 1_000_000 + Number((match[2] ?? "").padEnd(DECIMALS, "0"));
}

/** Millionths as they are typed: `0.0625`. */
export function microsText(amount: number): string {
  const text = String(amount).padStart(DECIMALS + 1, "0");
  const decimals = text.slice(-DECIMALS).replace(/0+$/u, "").padEnd(2, "0");
  return `${text.slice(0, -DECIMALS)}.${decimals}`;
}

/**
 * A price list as it is typed or pasted: one a line, country; category; price; from which day. Every line that cannot be read
 * is named with what is wrong, so that all are mended at once.
 * @throws Refusal `invalid_input` at `prices`
 */
export function readPriceList(text: string): Price[] {
  const lines: string[][] = parse(text, {
    delimiter: [";", "\t"],
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
  });
  return readPrices(lines, () => "prices");
}

/**
 * The same of rows of four texts. `pathOf`: the field in which a row stands.
 * @throws Refusal `invalid_input` at each row that is no price, or the second of its country, category and day
 */
export function readPrices(rows: readonly (readonly string[])[], pathOf: (index: number) => string): Price[] {
  if (rows.length > MOST_PRICES)
    throw invalidInput({ path: "prices", code: "too_many_prices", params: { most: MOST_PRICES } });
  const issues: FieldIssue[] = [];
  const prices = new Map<string, Price>();
  for (const [index, cells] of rows.entries()) {
    if (cells.every((cell) => cell === "")) continue;
    const price = readPrice(cells, prices);
    if (typeof price === "string")
      issues.push({ path: pathOf(index), code: price, params: { line: index + 1 } });
    else prices.set(keyOf(price), price);
  }
  if (issues.length > 0) throw invalidInput(...issues);
  return [...prices.values()];
}

function keyOf({ callingCode, category, validFrom }: Price): string {
  return [callingCode, category, validFrom].join(" ");
}

type PriceIssue =
  | "invalid_price_country"
  | "invalid_price_category"
  | "invalid_price"
  | "invalid_price_day"
  | "price_twice";

function readPrice(
  [country = "", category = "", amount = "", day = ""]: readonly string[],
  before: ReadonlyMap<string, Price>,
): Price | PriceIssue {
  const callingCode = readCallingCode(country);
  if (!callingCode) return "invalid_price_country";
  const known = PRICE_CATEGORIES.find((name): name is PriceCategory => name === category.toLowerCase());
  if (!known) return "invalid_price_category";
  const amountMicros = readMicros(amount);
  if (amountMicros === null) return "invalid_price";
  if (!isDay(day)) return "invalid_price_day";
  const price = { callingCode, category: known, amountMicros, validFrom: day };
  return before.has(keyOf(price)) ? "price_twice" : price;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
