import { createTranslator } from "use-intl/core";
import { catalogues } from "./catalogues";
import type { Locale } from "./locales";

/**
 * A translator for texts made outside a page: mails, push texts, problem details of the API.
 * Takes full keys, as in `t("errors.notFound.title")`.
 */
export function translatorFor(locale: Locale) {
  return createTranslator({ locale, messages: catalogues[locale] });
}

export type Translator = ReturnType<typeof translatorFor>;
