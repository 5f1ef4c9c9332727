import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { ActionForm } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { startCheckoutAction } from "@/lib/billing/actions";
import { isUpgrade, TRIAL_DAYS } from "@/lib/billing/rules";
import type { SubscriptionView } from "@/lib/billing/types";
import { billingCurrency, CATALOGUE, type Interval, type Plan, planPrice } from "@/lib/plans/catalogue";
import { formatMoney } from "@/lib/shared/money";
import { PlanLimitList } from "./plan-limit-list";

type PlanChoiceProps = { slug: string; plan: Plan; interval: Interval; view: SubscriptionView };

/** One plan: what it costs, what it allows, and the one way to it from today's. */
export function PlanChoice({ slug, plan, interval, view }: PlanChoiceProps) {
  const { name, limits } = CATALOGUE[plan];
  return (
    <li className="flex flex-col gap-4 rounded-card border border-line p-4">
      <div className="grid gap-1">
        <h3 className="font-display font-semibold text-lead">{name}</h3>
        <Price plan={plan} interval={interval} currency={view.currency} />
      </div>
      <PlanLimitList limits={limits} />
      <div className="mt-auto">
        <Way slug={slug} plan={plan} interval={interval} view={view} />
      </div>
    </li>
  );
}

async function Price({ plan, interval, currency }: { plan: Plan; interval: Interval; currency: string }) {
  const [t, locale] = await Promise.all([getTranslations("billing.plan"), getLocale()]);
  const price = planPrice(plan, billingCurrency(currency), interval);
  if (!price) return <p className="text-ink2">{t("free")}</p>;
  const amount = formatMoney(price, locale);
  return (
    <p className="text-ink2">{interval === "year" ? t("perYear", { amount }) : t("perMonth", { amount })}</p>
  );
}

async function Way({ slug, plan, interval, view }: PlanChoiceProps) {
  const t = await getTranslations("billing.plans");
  const live = view.subscription;
  const name = CATALOGUE[plan].name;
  if (live ? view.plan === plan && live.interval === interval : plan === "free" && view.plan === plan)
    return <Badge tone="primary">{t("current")}</Badge>;
  if (!live && view.plan === plan) return <Badge>{t("given")}</Badge>;
  if (plan === "free") return null;
  if (!live) return <Buy slug={slug} plan={plan} interval={interval} mayTry={view.mayTry} />;
  const goesUp = isUpgrade({ plan: view.plan, interval: live.interval }, { plan, interval });
  return (
    <LinkButton
      variant={goesUp ? "primary" : "secondary"}
      href={`/t/${slug}/billing/change?plan=${plan}&interval=${interval}`}
    >
      {goesUp ? t("change", { plan: name }) : t("goDown", { plan: name })}
    </LinkButton>
  );
}

type BuyProps = Pick<PlanChoiceProps, "slug" | "plan" | "interval"> & { mayTry: boolean };

async function Buy({ slug, plan, interval, mayTry }: BuyProps) {
  const t = await getTranslations("billing.plans");
  const tryIt = (
    <SubmitButton variant="quiet" name="trial" value="yes">
      {t("try", { days: TRIAL_DAYS })}
    </SubmitButton>
  );
  return (
    <ActionForm
      action={startCheckoutAction.bind(null, slug)}
      submitLabel={t("choose", { plan: CATALOGUE[plan].name })}
      actions={mayTry && tryIt}
    >
      <input type="hidden" name="plan" value={plan} />
      <input type="hidden" name="interval" value={interval} />
    </ActionForm>
  );
}
