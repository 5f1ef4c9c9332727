import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { SectionCard } from "@/components/ui/card";
import type { Coverage } from "@/lib/delivery/coverage-rules";
import { formatNumber } from "@/lib/platform/i18n/format";

/** The fewest channels that leave nobody out, each person once; and who stays out whatever is done. */
export async function CoveragePlan({ coverage }: { coverage: Coverage & { optedOut: number } }) {
  const [t, locale] = await Promise.all([getTranslations("communities.coverage"), getLocale()]);
  const { people, plan, unreached, optedOut } = coverage;
  return (
    <SectionCard id="plan" title={t("plan")} description={t("planBody")}>
      <div className="grid gap-3">
        <ol className="grid gap-2">
          {plan.map(({ channel, people: reached }, at) => (
            <li
              key={channel}
              className="flex items-baseline justify-between gap-3 rounded-card bg-sunken px-3.5 py-2.5"
            >
              <span className="font-medium">{t(`channels.${channel}`)}</span>
              <span className="text-ink2 text-meta tabular-nums">
                {t(at === 0 ? "reaches" : "adds", { count: reached })}
              </span>
            </li>
          ))}
        </ol>
        <Alert tone={unreached === 0 ? "success" : "warning"}>
          {unreached === 0
            ? t("everybody", { people: formatNumber(people, locale) })
            : t("unreached", { count: unreached })}
        </Alert>
        {optedOut > 0 && <p className="text-ink2 text-meta">{t("optedOut", { count: optedOut })}</p>}
      </div>
    </SectionCard>
  );
}
