import { cleanText, foldForSearch } from "@/lib/shared/text";
import type { FieldDefinition, FieldValue } from "./types";

export const FIELD_LIMITS = {
  fields: 50,
  keyGraphemes: 60,
  options: 100,
  optionGraphemes: 60,
  valueLength: 2_000,
} as const;

export type FieldError =
  | "too_big_text"
  | "field_not_a_number"
  | "field_not_a_date"
  | "field_not_an_option"
  | "field_not_yes_no";
/** The value as its kind keeps it; null removes the field. */
export type FieldResult =
  | { ok: true; value: FieldValue | null }
  | { ok: false; code: FieldError; params: Record<string, string | number> };

/** How people of a place write days and numbers. */
export type WritingHabits = { dayOrder: "dmy" | "mdy"; decimal: "." | "," };
const MOST: WritingHabits = { dayOrder: "dmy", decimal: "," };

/** The habits of a country (ISO 3166 alpha-2): the United States put the month first; the decimal mark as Intl knows it. */
export function habitsOf(country: string | undefined): WritingHabits {
  if (!country || !/^[A-Z]{2}$/u.test(country)) return MOST;
  const locale = new Intl.Locale("und", { region: country }).maximize();
  const part = new Intl.NumberFormat(locale.baseName)
    .formatToParts(1.5)
    .find(({ type }) => type === "decimal");
  return { dayOrder: country === "US" ? "mdy" : "dmy", decimal: part?.value === "." ? "." : "," };
}

/**
 * A value as its kind keeps it, from JSON, a form or a cell. An empty text removes the field. Numbers and days are read as the
 * place writes them, and days as `YYYY-MM-DD` everywhere; yes and no in three languages.
 */
export function readFieldValue(
  { kind, options }: Pick<FieldDefinition, "kind" | "options">,
  raw: FieldValue,
  habits: WritingHabits = MOST,
): FieldResult {
  const text = typeof raw === "string" ? cleanText(raw) : String(raw);
  if (text === "") return { ok: true, value: null };
  switch (kind) {
    case "text":
      return text.length > FIELD_LIMITS.valueLength
        ? { ok: false, code: "too_big_text", params: { maximum: FIELD_LIMITS.valueLength } }
        : { ok: true, value: text };
    case "number":
      return orRefused(typeof raw === "number" ? raw : readNumber(text, habits), "field_not_a_number");
    case "date":
      return orRefused(readDay(text, habits), "field_not_a_date");
    case "choice": {
      const chosen = options.find((option) => foldForSearch(option) === foldForSearch(text));
      return orRefused(chosen ?? null, "field_not_an_option", { options: options.slice(0, 10).join(", ") });
    }
    case "yes_no":
      return orRefused(typeof raw === "boolean" ? raw : readYesNo(text), "field_not_yes_no");
  }
}

function orRefused(value: FieldValue | null, code: FieldError, params = {}): FieldResult {
  return value === null ? { ok: false, code, params } : { ok: true, value };
}

/** `1234.5`, `1.234,5`, `1,234.5`, `12,5`; `1.234` as the place writes it. */
export function readNumber(text: string, { decimal }: WritingHabits = MOST): number | null {
  const plain = text.replace(/[\s\u00a0]/gu, "");
  const grouped = /^[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/u.exec(plain);
  const isPlain = /^[+-]?\d+(?:[.,]\d+)?$/u.test(plain);
  const mark = grouped?.[1];
  // One mark before three digits may group or divide; more of it, or another after it, can only group.
  const groups = mark !== undefined && (!isPlain || mark !== decimal);
  if (!groups && !isPlain) return null;
  const ungrouped = groups ? plain.replaceAll(mark, "") : plain;
  const value = Number(ungrouped.replace(",", "."));
  return Number.isFinite(value) ? value : null;
}

/** A day as `YYYY-MM-DD`, or null where there is no such day. */
export function readDay(text: string, { dayOrder }: WritingHabits = MOST): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/u.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text);
  if (!local) return null;
  const [first, second, year] = [Number(local[1]), Number(local[2]), Number(local[3])];
  return dayOrder === "dmy" ? dayOf(year, second, first) : dayOf(year, first, second);
}

function dayOf(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  at.setUTCFullYear(year);
  const isThere = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year >= 1000;
  return isThere ? at.toISOString().slice(0, 10) : null;
}

const YES = new Set(["sim", "s", "yes", "y", "si", "true", "1", "x", "on"]);
const NO = new Set(["nao", "n", "no", "false", "0", "off"]);

function readYesNo(text: string): boolean | null {
  const folded = foldForSearch(text);
  if (YES.has(folded)) return true;
  return NO.has(folded) ? false : null;
}
