import { describe, expect, it } from "vitest";
import { isLocale, localeFrom } from "@/lib/platform/i18n/locales";

describe("the language of a visitor", () => {
  it.each([
    ["es-MX,es;q=0.9,en;q=0.8", "es"],
    ["fr-CA, en;q=0.4, pt;q=0.6", "pt-BR"],
    ["en-GB", "en"],
    ["pt-PT", "pt-BR"],
    ["en;q=0, es", "es"],
    ["ja,zh", "pt-BR"],
    ["*", "pt-BR"],
    ["", "pt-BR"],
    [null, "pt-BR"],
  ])("%s is answered in %s", (header, locale) => {
    expect(localeFrom(header)).toBe(locale);
  });

  it("an unknown language in a cookie is no choice", () => {
    expect(isLocale("pt-BR")).toBe(true);
    expect(isLocale("pt")).toBe(false);
    expect(isLocale(undefined)).toBe(false);
  });
});
