import { getLocale, getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import { METERS, type PlanMeter } from "@/lib/plans/catalogue";
import { formatNumber } from "@/lib/platform/i18n/format";

type PlanMetersProps = {
  meters: Record<PlanMeter, { used: number; limit: number | null }>;
  /** The organization is to be deleted: what a bigger plan would change is no advice (T5). */
  isLeaving: boolean;
};

/** What is used of the plan (B5); a limit shows before it bites (L11). */
export async function PlanMeters({ meters, isLeaving }: PlanMetersProps) {
  const [t, locale] = await Promise.all([getTranslations("billing.meters"), getLocale()]);
  const isFull = METERS.some(
    (name) => meters[name].limit !== null && meters[name].used >= (meters[name].limit ?? 0),
  );
  const advice = isFull && !isLeaving ? { description: t("full") } : {};
  return (
    <SectionCard id="meters" title={t("title")} {...advice}>
      <div className="grid gap-4 sm:grid-cols-2">
        {METERS.map((name) => {
          const { used, limit } = meters[name];
          if (limit !== null) return <Meter key={name} label={t(name)} value={used} max={limit} />;
          return (
            <p key={name} className="flex flex-wrap items-baseline justify-between gap-x-3 text-meta">
              <span className="font-medium text-ink">{t(name)}</span>
              <span className="text-ink2">{t("unlimited", { used: formatNumber(used, locale) })}</span>
            </p>
          );
        })}
      </div>
    </SectionCard>
  );
}
