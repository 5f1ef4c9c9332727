import { Ban, TriangleAlert } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatNumber, formatPercent } from "@/lib/platform/i18n/format";
import { Bar } from "./bar";
import { cx } from "./cx";
import { Icon } from "./icon";
import { type MeterStage, meterStage } from "./meter-stage";

const bars: Record<MeterStage, string> = {
  calm: "bg-porta",
  near: "bg-porta",
  tight: "bg-ipe",
  full: "bg-urucum",
};

type MeterProps = {
  label: ReactNode;
  value: number;
  max: number;
  /** Hides the label line where a heading above already says it; it stays for screen readers. */
  bare?: boolean;
  className?: string;
};

/** L11: a limit is shown before it bites. Percent from 80 %, "Faltam N" from 95 %, "Cheio" at the limit. */
export async function Meter({ label, value, max, bare, className }: MeterProps) {
  const locale = await getLocale();
  const t = await getTranslations("limits");
  const stage = meterStage(value, max);
  const words = {
    calm: formatPercent(Math.floor((value / max) * 100) / 100, locale),
    near: formatPercent(Math.floor((value / max) * 100) / 100, locale),
    tight: t("left", { count: max - value }),
    full: t("full"),
  }[stage];
  return (
    <div className={cx("grid gap-1.5", className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-meta">
        <span className={bare ? "sr-only" : "font-medium text-ink"}>{label}</span>
        <span className="text-ink2">
          {t("of", { value: formatNumber(value, locale), max: formatNumber(max, locale) })}
        </span>
      </div>
      <Bar share={value / max} className={bars[stage]} />
      <StageWords stage={stage} words={words} />
    </div>
  );
}

function StageWords({ stage, words }: { stage: MeterStage; words: string }) {
  if (stage === "calm") return <span className="sr-only">{words}</span>;
  if (stage === "near") return <span className="text-caption text-ink2">{words}</span>;
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 font-semibold text-caption",
        stage === "full" ? "text-urucum" : "text-ipe",
      )}
    >
      <Icon of={stage === "full" ? Ban : TriangleAlert} size={16} className="size-3.5 shrink-0" />
      {words}
    </span>
  );
}
