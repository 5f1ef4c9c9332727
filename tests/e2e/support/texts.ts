import { readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { isLocale } from "@/lib/platform/i18n/locales";

export type Texts = (key: string, params?: Record<string, string | number | Date>) => string;

/** The words of the product in a language, so that journeys find buttons by what people read. */
export function textsOf(language: string): Texts {
  const locale = isLocale(language) ? language : "pt-BR";
  const messages = JSON.parse(readFileSync(`messages/${locale}.json`, "utf8"));
  return createTranslator({ locale, messages }) as unknown as Texts;
}
