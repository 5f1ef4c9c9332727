import type { ChoiceOption } from "@/components/ui/form-choices";
import type { Locale } from "@/lib/platform/i18n/locales";

const CODES = [
  ["BR", 55],
  ["AO", 244],
  ["AR", 54],
  ["BO", 591],
  ["CA", 1],
  ["CH", 41],
  ["CL", 56],
  ["CO", 57],
  ["CR", 506],
  ["CV", 238],
  ["DE", 49],
  ["EC", 593],
  ["ES", 34],
  ["FR", 33],
  ["GB", 44],
  ["IE", 353],
  ["IT", 39],
  ["JP", 81],
  ["MX", 52],
  ["MZ", 258],
  ["NL", 31],
  ["PE", 51],
  ["PT", 351],
  ["PY", 595],
  ["US", 1],
  ["UY", 598],
  ["VE", 58],
] as const;

/** Countries of a phone number, by name in the reader's language; the tenant's own first. */
export function countryOptions(locale: Locale, first: string): (ChoiceOption & { label: string })[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const options = CODES.map(([value, calling]) => ({
    value,
    label: `${names.of(value) ?? value} (+${calling})`,
  }));
  const byName = options.sort((a, b) => a.label.localeCompare(b.label, locale));
  return [...byName.filter((one) => one.value === first), ...byName.filter((one) => one.value !== first)];
}
