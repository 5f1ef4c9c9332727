import { getTranslations } from "next-intl/server";
import { Brand } from "@/components/layout/brand";
import { SiteFooter } from "@/components/layout/site-footer";
import { LinkButton } from "@/components/ui/link-button";

export default async function LandingPage() {
  const t = await getTranslations("site");
  return (
    <>
      <header className="mx-auto flex w-full max-w-page items-center justify-between px-4 py-4 sm:px-8">
        <Brand />
        <LinkButton href="/entrar">{t("signIn")}</LinkButton>
      </header>
      <main id="main" className="mx-auto w-full max-w-page px-4 py-12 sm:px-8">
        <h1 className="text-display">{t("hero.title")}</h1>
      </main>
      <SiteFooter />
    </>
  );
}
