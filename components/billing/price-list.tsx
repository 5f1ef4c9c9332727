import { getLocale, getTranslations } from "next-intl/server";
import { CATALOGUE, PLANS, type Plan, type PlanCurrency, planPrice } from "@/lib/plans/catalogue";
import { formatMoney } from "@/lib/shared/money";
import { PlanLimitList } from "./plan-limit-list";

/** What each plan costs and allows, for whoever has no account yet: reais in Portuguese, dollars elsewhere (B1). */
export async function PriceList() {
  const locale = await getLocale();
  const currency = locale === "pt-BR" ? "BRL" : "USD";
  return (
    <ul className="grid w-full gap-3 text-left sm:grid-cols-2 lg:grid-cols-4">
      {PLANS.map((plan) => (
        <li key={plan} className="grid content-start gap-4 rounded-card border border-line bg-surface p-5">
          <h3 className="font-display font-semibold text-lead">{CATALOGUE[plan].name}</h3>
          <Prices plan={plan} currency={currency} />
          <PlanLimitList limits={CATALOGUE[plan].limits} />
        </li>
      ))}
    </ul>
  );
}

async function Prices({ plan, currency }: { plan: Plan; currency: PlanCurrency }) {
  const [t, locale] = await Promise.all([getTranslations("billing.plan"), getLocale()]);
  const month = planPrice(plan, currency, "month");
  const year = planPrice(plan, currency, "year");
  if (!month || !year) return <p className="min-h-12 text-ink2">{t("free")}</p>;
  return (
    <p className="grid min-h-12">
      <span className="font-semibold">{t("perMonth", { amount: formatMoney(month, locale) })}</span>
      <span className="text-ink2 text-meta">{t("perYear", { amount: formatMoney(year, locale) })}</span>
    </p>
  );
}
