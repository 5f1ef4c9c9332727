// National holidays of Brazil: Law 662 of 1949 as changed by Law 10.607 of 2002, Law 6.802 of 1980 (12 October), Law
// 14.759 of 2023 (20 November), Law 9.093 of 1995 (Good Friday). Carnival and Corpus Christi are not holidays by law, but
// federal decrees make them days off every year.
const FIXED: Record<string, Holiday> = {
  "01-01": "newYear",
  "04-21": "tiradentes",
  "05-01": "labour",
  "09-07": "independence",
  "10-12": "aparecida",
  "11-02": "allSouls",
  "11-15": "republic",
  "11-20": "consciousness",
  "12-25": "christmas",
};
const DAYS_FROM_EASTER: Record<string, Holiday> = {
  "-48": "carnival",
  "-47": "carnival",
  "-2": "goodFriday",
  "60": "corpusChristi",
};

export const HOLIDAYS = [
  "newYear",
  "carnival",
  "goodFriday",
  "tiradentes",
  "labour",
  "corpusChristi",
  "independence",
  "aparecida",
  "allSouls",
  "republic",
  "consciousness",
  "christmas",
] as const;
export type Holiday = (typeof HOLIDAYS)[number];

const DAY_MS = 86_400_000;

/** The holiday of a day (`2026-04-03`) in the whole of a country; null where there is none, or the country is not known here. */
export function holidayOn(dayOn: string, country: string): Holiday | null {
  if (country !== "BR") return null;
  const fixed = FIXED[dayOn.slice(5)];
  if (fixed) return fixed;
  const easter = easterOf(Number(dayOn.slice(0, 4)));
  const days = Math.round((Date.parse(`${dayOn}T00:00:00Z`) - easter) / DAY_MS);
  return DAYS_FROM_EASTER[String(days)] ?? null;
}

/** Easter Sunday, by the rule of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterOf(year: number): number {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const f = Math.floor((century + 8) / 25);
  const g = Math.floor((century - f + 1) / 3);
  const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - h - (rest % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1);
}
