import type { Locale } from "@/lib/platform/i18n/locales";

export type CountryDefaults = { locale: Locale; timezone: string; currency: string };

const DEFAULTS: Record<string, CountryDefaults> = {
  BR: { locale: "pt-BR", timezone: "America/Sao_Paulo", currency: "BRL" },
  PT: { locale: "pt-BR", timezone: "Europe/Lisbon", currency: "USD" },
  US: { locale: "en", timezone: "America/New_York", currency: "USD" },
  GB: { locale: "en", timezone: "Europe/London", currency: "USD" },
  ES: { locale: "es", timezone: "Europe/Madrid", currency: "USD" },
  MX: { locale: "es", timezone: "America/Mexico_City", currency: "USD" },
  AR: { locale: "es", timezone: "America/Argentina/Buenos_Aires", currency: "USD" },
};

/** What a new tenant of a country starts with; each can be changed in its settings. Plans are priced in BRL and USD (B1). */
export function countryDefaults(country: string): CountryDefaults {
  return DEFAULTS[country] ?? { locale: "en", timezone: "UTC", currency: "USD" };
}
