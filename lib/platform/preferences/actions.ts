"use server";
import { cookies } from "next/headers";
import { isLocale, localeCookie } from "@/lib/platform/i18n/locales";
import { themeCookie, themeFrom } from "./theme";

const aYear = { path: "/", maxAge: 31_536_000, sameSite: "lax" } as const;

/** Remembers the language in this browser; anything but our languages is ignored. */
export async function chooseLocale(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (isLocale(locale)) (await cookies()).set(localeCookie, locale, aYear);
}

/** Remembers light, dark or "as the system" in this browser. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = themeFrom(String(form.get("theme")));
  (await cookies()).set(themeCookie, theme, aYear);
}
