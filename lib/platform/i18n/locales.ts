export const locales = ["pt-BR", "en", "es"] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "pt-BR";
export const localeCookie = "aldeia-locale";

/** The name of each language in that language: what a person who cannot read the others looks for. */
export const localeNames: Record<Locale, string> = {
  "pt-BR": "Português",
  en: "English",
  es: "Español",
};

/** Whether an untrusted value (cookie, form field) names a language we speak. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The best language we speak for an Accept-Language header; when none fits, pt-BR or the one given. */
export function localeFrom(
  acceptLanguage: string | null | undefined,
  otherwise: Locale = defaultLocale,
): Locale {
  for (const language of byPreference(acceptLanguage ?? "")) {
    const match = locales.find((locale) => locale.slice(0, 2).toLowerCase() === language.slice(0, 2));
    if (match) return match;
  }
  return otherwise;
}

function byPreference(header: string): string[] {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().toLowerCase().split(";");
      const quality = params.find((param) => param.trim().startsWith("q="));
      return { tag, weight: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ tag, weight }) => /^[a-z]{2}(-|$)/.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
