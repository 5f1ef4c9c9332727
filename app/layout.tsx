import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { UiTextsProvider } from "@/components/ui/ui-texts";
import { themeCookie, themeFrom } from "@/lib/platform/preferences/theme";
import { bricolage, figtree } from "./fonts";
import "./globals.css";

const paper = { light: "#fcfaf6", dark: "#16120d" } as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("layout");
  return {
    title: { default: t("title"), template: "%s · Aldeia" },
    description: t("description"),
    applicationName: "Aldeia",
  };
}

export async function generateViewport(): Promise<Viewport> {
  const theme = await chosenTheme();
  return {
    width: "device-width",
    initialScale: 1,
    viewportFit: "cover",
    themeColor:
      theme === "system"
        ? [
            { media: "(prefers-color-scheme: light)", color: paper.light },
            { media: "(prefers-color-scheme: dark)", color: paper.dark },
          ]
        : paper[theme],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await chosenTheme();
  const { ui } = await getMessages();
  const locale = await getLocale();
  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      className={`${figtree.variable} ${bricolage.variable}`}
    >
      <body>
        <UiTextsProvider texts={ui} locale={locale}>
          {children}
        </UiTextsProvider>
      </body>
    </html>
  );
}

async function chosenTheme() {
  return themeFrom((await cookies()).get(themeCookie)?.value);
}
