import "server-only";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { catalogues } from "./catalogues";
import { isLocale, localeCookie, localeFrom } from "./locales";

/** The language of a request: the visitor's choice, else the browser's, else pt-BR. Zones are never guessed from it. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : localeFrom((await headers()).get("accept-language"));
  return { locale, messages: catalogues[locale], timeZone: "UTC" };
});
