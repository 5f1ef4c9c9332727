import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { CATALOGUE, METERS, type Plan, type PlanMeter } from "@/lib/plans/catalogue";
import { formatNumber } from "@/lib/platform/i18n/format";

type OverLimitsProps = { plan: Plan; meters: Record<PlanMeter, { used: number }> };

/** What is used beyond a smaller plan: nothing is deleted, but nothing can grow (B5). Told before one goes there. */
export async function OverLimits({ plan, meters }: OverLimitsProps) {
  const [t, names, locale] = await Promise.all([
    getTranslations("billing.change"),
    getTranslations("billing.meters"),
    getLocale(),
  ]);
  const { limits } = CATALOGUE[plan];
  const over = METERS.flatMap((meter) => {
    const limit = limits[meter];
    const { used } = meters[meter];
    return limit !== null && used > limit ? [{ meter, used, limit }] : [];
  });
  if (over.length === 0) return null;
  return (
    <Alert tone="warning" title={t("over", { plan: CATALOGUE[plan].name })}>
      <ul className="list-disc pl-5">
        {over.map(({ meter, used, limit }) => (
          <li key={meter}>
            {t("overMeter", {
              meter: names(meter),
              used: formatNumber(used, locale),
              limit: formatNumber(limit, locale),
            })}
          </li>
        ))}
      </ul>
      <p className="mt-1">{t("overEffect")}</p>
    </Alert>
  );
}
