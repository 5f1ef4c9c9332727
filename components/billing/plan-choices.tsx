import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { TabNav } from "@/components/ui/tab-nav";
import type { SubscriptionView } from "@/lib/billing/types";
import { INTERVALS, type Interval, PLANS } from "@/lib/plans/catalogue";
import { PlanChoice } from "./plan-choice";

type PlanChoicesProps = { slug: string; view: SubscriptionView; interval: Interval };

/** Every plan of the catalogue with its price, for a month or a year. */
export async function PlanChoices({ slug, view, interval }: PlanChoicesProps) {
  const t = await getTranslations("billing.plans");
  const tabs = INTERVALS.map((one) => ({
    href: `/t/${slug}/billing?interval=${one}#plans`,
    label: t(one),
    current: one === interval,
  }));
  return (
    <SectionCard id="plans" title={t("title")} description={t("description")}>
      <div className="grid gap-5">
        <TabNav label={t("intervals")} tabs={tabs} />
        <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
          {PLANS.map((plan) => (
            <PlanChoice key={plan} slug={slug} plan={plan} interval={interval} view={view} />
          ))}
        </ul>
      </div>
    </SectionCard>
  );
}
