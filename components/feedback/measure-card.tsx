import { getLocale, getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import type { Measure } from "@/lib/feedback/types";
import { formatNumber } from "@/lib/platform/i18n/format";
import { type Locale, localeFrom } from "@/lib/platform/i18n/locales";
import { ScorePlot } from "./score-plot";

/** A measure with its definition, its columns and the same numbers as tables; nothing below five answers. */
export async function MeasureCard({ measure }: { measure: Measure }) {
  const [t, locale] = await Promise.all([getTranslations("feedback.scores"), getLocale().then(localeFrom)]);
  const { scale, value, answers, scores, months } = measure;
  const shown = (measured: number | null) => (measured === null ? t("few") : formatNumber(measured, locale));
  const told = value === null ? t("fewSentence") : t(`${scale}Sentence`, { value, answers: Number(answers) });
  return (
    <SectionCard id={scale} title={t(scale)} description={t(`${scale}Definition`)}>
      <div className="grid gap-5">
        <p className="font-display text-figure">{shown(value)}</p>
        <p>{told}</p>
        {scores && (
          <>
            <ScorePlot scale={scale} scores={scores} label={told} />
            <details>
              <summary className="link w-fit cursor-pointer text-control">{t("asTable")}</summary>
              <div className="mt-3 grid gap-4">
                <Table
                  caption={t("byScore", { measure: t(scale) })}
                  columns={[
                    { key: "score", header: t("score"), phone: "title" },
                    { key: "count", header: t("answers"), align: "end" },
                  ]}
                  rows={scores.map(({ score, count }) => ({
                    key: String(score),
                    cells: { score, count: formatNumber(count, locale) },
                  }))}
                />
              </div>
            </details>
          </>
        )}
        {months.length > 0 && (
          <Table
            caption={t("byMonth", { measure: t(scale) })}
            columns={[
              { key: "month", header: t("month"), phone: "title" },
              { key: "value", header: t(scale), align: "end" },
              { key: "answers", header: t("answers"), align: "end" },
            ]}
            rows={months.map((one) => ({
              key: one.month,
              cells: {
                month: monthName(one.month, locale),
                value: shown(one.value),
                answers: typeof one.answers === "number" ? formatNumber(one.answers, locale) : one.answers,
              },
            }))}
          />
        )}
      </div>
    </SectionCard>
  );
}

function monthName(month: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-15T12:00:00Z`),
  );
}
