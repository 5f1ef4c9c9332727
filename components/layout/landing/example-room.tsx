import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { type MeterStage, meterStage } from "@/components/ui/meter-stage";
import { formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locales";

const max = 1024;

const floods: Record<MeterStage, string> = {
  calm: "bg-porta-soft",
  near: "bg-porta-soft",
  tight: "bg-ipe-soft",
  full: "bg-urucum-soft",
};

type ExampleRoomProps = { name: string; value: number; order: number; locale: Locale };

export async function ExampleRoom({ name, value, order, locale }: ExampleRoomProps) {
  const t = await getTranslations("limits");
  const stage = meterStage(value, max);
  return (
    <div className="relative isolate grid min-h-24 content-start gap-0.5 overflow-hidden rounded-control border border-line p-3">
      <div
        aria-hidden="true"
        className={cx("room-flood absolute inset-x-0 bottom-0 -z-10", floods[stage])}
        style={{ height: `${(value / max) * 100}%`, animationDelay: `${order * 30}ms` }}
      />
      <strong className="font-semibold text-control leading-snug">{name}</strong>
      <span className="text-ink2 text-meta">
        {t("of", { value: formatNumber(value, locale), max: formatNumber(max, locale) })}
      </span>
      {stage === "tight" && (
        <Badge tone="warning" className="-ml-0.5 mt-1 justify-self-start bg-surface">
          {t("left", { count: max - value })}
        </Badge>
      )}
      {stage === "full" && (
        <Badge tone="danger" shape="full" className="-ml-0.5 mt-1 justify-self-start bg-surface">
          {t("full")}
        </Badge>
      )}
    </div>
  );
}
