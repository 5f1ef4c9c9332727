// The grammar of recurrences. Weekdays, months, dates and lists come from Intl; sentences of the pages are in messages/.
export type RruleLocale = "pt-BR" | "en" | "es";

export type RruleWords = {
  every: Record<string, (interval: number) => string>;
  on: string;
  in: string;
  until: string;
  lastDay: string;
  monthDay: (day: number) => string;
  times: (count: number) => string;
  /** By position in the month; `weekday` 0 is Monday, for languages in which weekdays have a gender. */
  ordinals: (weekday: number) => Record<string, string>;
};

const englishDay = new Intl.PluralRules("en", { type: "ordinal" });
const ENGLISH_ENDINGS: Record<string, string> = { one: "st", two: "nd", few: "rd", other: "th" };
const PORTUGUESE_HE = ["primeiro", "segundo", "terceiro", "quarto", "quinto", "último"];
const PORTUGUESE_SHE = ["primeira", "segunda", "terceira", "quarta", "quinta", "última"];

function byPosition([first = "", second = "", third = "", fourth = "", fifth = "", last = ""]: string[]) {
  return { "1": first, "2": second, "3": third, "4": fourth, "5": fifth, "-1": last };
}

function interval(one: string, many: (count: number) => string) {
  return (count: number) => (count === 1 ? one : many(count));
}

export const RRULE_WORDS: Record<RruleLocale, RruleWords> = {
  "pt-BR": {
    every: {
      DAILY: interval("todos os dias", (n) => `a cada ${n} dias`),
      WEEKLY: interval("toda semana", (n) => `a cada ${n} semanas`),
      MONTHLY: interval("todo mês", (n) => `a cada ${n} meses`),
      YEARLY: interval("todo ano", (n) => `a cada ${n} anos`),
    },
    on: "·",
    in: "em",
    until: "até",
    lastDay: "último dia do mês",
    monthDay: (day) => (day === 1 ? "dia 1º" : `dia ${day}`),
    times: (count) => (count === 1 ? "1 vez" : `${count} vezes`),
    ordinals: (weekday) => byPosition(weekday >= 5 ? PORTUGUESE_HE : PORTUGUESE_SHE),
  },
  en: {
    every: {
      DAILY: interval("every day", (n) => `every ${n} days`),
      WEEKLY: interval("every week", (n) => `every ${n} weeks`),
      MONTHLY: interval("every month", (n) => `every ${n} months`),
      YEARLY: interval("every year", (n) => `every ${n} years`),
    },
    on: "on",
    in: "in",
    until: "until",
    lastDay: "the last day of the month",
    monthDay: (day) => `the ${day}${ENGLISH_ENDINGS[englishDay.select(day)] ?? "th"}`,
    times: (count) => (count === 1 ? "once" : `${count} times`),
    ordinals: () =>
      byPosition(["the first", "the second", "the third", "the fourth", "the fifth", "the last"]),
  },
  es: {
    every: {
      DAILY: interval("todos los días", (n) => `cada ${n} días`),
      WEEKLY: interval("cada semana", (n) => `cada ${n} semanas`),
      MONTHLY: interval("cada mes", (n) => `cada ${n} meses`),
      YEARLY: interval("cada año", (n) => `cada ${n} años`),
    },
    on: "·",
    in: "en",
    until: "hasta el",
    lastDay: "el último día del mes",
    monthDay: (day) => `el día ${day}`,
    times: (count) => (count === 1 ? "1 vez" : `${count} veces`),
    ordinals: () =>
      byPosition(["el primer", "el segundo", "el tercer", "el cuarto", "el quinto", "el último"]),
  },
};
