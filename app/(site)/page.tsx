import { ArrowRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { PriceList } from "@/components/billing/price-list";
import { Brand } from "@/components/layout/brand";
import { ExampleHouse } from "@/components/layout/landing/example-house";
import { Features } from "@/components/layout/landing/features";
import { LimitsTable } from "@/components/layout/landing/limits-table";
import { SiteFooter } from "@/components/layout/site-footer";
import { StreetDrawing } from "@/components/layout/street-drawing";
import { buttonStyle } from "@/components/ui/button-style";
import { Icon } from "@/components/ui/icon";
import { SkipLink } from "@/components/ui/skip-link";

/** Plain links on purpose: whoever leaves this page goes to another part, and the page stays light. */
export default async function LandingPage() {
  const t = await getTranslations("site");
  const skip = (await getTranslations("layout"))("skip");
  return (
    <>
      <SkipLink>{skip}</SkipLink>
      <header className="mx-auto flex w-full max-w-page items-center justify-between gap-4 px-4 py-4 sm:px-8">
        <Brand />
        <a href="/entrar" className={buttonStyle()}>
          {t("signIn")}
        </a>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto grid w-full max-w-page gap-20 px-4 pt-8 pb-20 sm:px-8 lg:gap-28 lg:pt-14"
      >
        <section className="grid items-center gap-12 lg:grid-cols-[minmax(0,9fr)_minmax(0,11fr)]">
          <div className="grid gap-5">
            <p className="font-semibold text-control text-telha-ink">{t("hero.eyebrow")}</p>
            <h1 className="text-[clamp(2.25rem,1.4rem+3.4vw,3.25rem)] leading-[1.05]">{t("hero.title")}</h1>
            <p className="max-w-[54ch] text-ink2 text-lead">{t("hero.lead")}</p>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-3 pt-1">
              <a href="/criar-conta" className={buttonStyle("primary", "lg")}>
                {t("signUp")}
                <Icon of={ArrowRight} />
              </a>
              <span className="text-ink2 text-meta">{t("hero.free")}</span>
            </div>
          </div>
          <ExampleHouse className="min-w-0" />
        </section>
        <Features />
        <LimitsTable />
        <section aria-labelledby="plans" className="grid justify-items-center">
          <StreetDrawing className="-mb-px h-16 max-w-full" />
          <div className="grid w-full justify-items-center gap-4 rounded-sheet bg-telha-soft px-6 py-12 text-center">
            <h2 id="plans" className="max-w-[22ch] text-h1">
              {t("plans.title")}
            </h2>
            <p className="max-w-[56ch] text-ink2">{t("plans.body")}</p>
            <PriceList />
            <a href="/criar-conta" className={buttonStyle("primary")}>
              {t("signUp")}
            </a>
          </div>
        </section>
      </main>
      <SiteFooter />
    </>
  );
}
