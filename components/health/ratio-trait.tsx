import { getLocale, getTranslations } from "next-intl/server";
import { BarPlot } from "@/components/ui/bar-plot";
import { Chart } from "@/components/ui/chart";
import { LinePlot } from "@/components/ui/line-plot";
import type { PlotSeries } from "@/components/ui/plot-types";
import { Table } from "@/components/ui/table";
import type { ShownCount } from "@/lib/communities/types";
import type { Ratio } from "@/lib/health/types";
import { formatDate, formatNumber } from "@/lib/platform/i18n/format";
import { countText, plotted } from "./count-text";
import { headlineOf, sentenceOf, TraitSection } from "./trait-section";

type Counted = "people" | "answered" | "unanswered" | "joined" | "left";
type Steps = readonly ({ from: string } & Partial<Record<Counted, ShownCount>>)[];

type StepsChartProps = {
  sentence: string;
  steps: Steps;
  counted: readonly Counted[];
  form: "bars" | "stack" | "line";
  zone: string;
};

const COLOURS = { people: 1, answered: 1, unanswered: 3, joined: 1, left: 2 } as const;

/** Counts along the steps of the time that is looked at, as a plot and as a table. */
export async function StepsChart({ sentence: said, steps, counted, form, zone }: StepsChartProps) {
  const [t, locale] = await Promise.all([getTranslations("health"), getLocale()]);
  const series: PlotSeries[] = counted.map((key) => ({ label: t(`counted.${key}`), colour: COLOURS[key] }));
  const begin = ({ from }: { from: string }) => formatDate(new Date(from), { locale, zone }, "dayAndMonth");
  const short = new Intl.DateTimeFormat(locale, { day: "2-digit", month: "2-digit", timeZone: zone });
  const drawn = steps.map((step) => ({
    key: step.from,
    label: short.format(new Date(step.from)),
    values: counted.map((key) => plotted(step[key] ?? 0)),
  }));
  const isAllSmall = drawn.every(({ values }) => values.every((value) => value === null || value === 0));
  const isTold = drawn.every(({ values }) => values.every((value) => value !== null));
  const sentence = isAllSmall && !isTold ? `${said} ${t("smallSteps")}` : said;
  const format = (value: number) => formatNumber(value, locale);
  const drawing =
    form === "line" ? (
      <LinePlot steps={drawn} format={format} />
    ) : (
      <BarPlot series={series} steps={drawn} isStacked={form === "stack"} format={format} />
    );
  const plot = isAllSmall ? null : drawing;
  const table = (
    <Table
      caption={sentence}
      columns={[
        { key: "from", header: t("since"), phone: "title" },
        ...counted.map((key) => ({ key, header: t(`counted.${key}`), align: "end" as const })),
      ]}
      rows={steps.map((step) => ({
        key: step.from,
        cells: {
          from: begin(step),
          ...Object.fromEntries(counted.map((key) => [key, countText(step[key] ?? 0, locale)])),
        },
      }))}
    />
  );
  return (
    <Chart
      sentence={sentence}
      series={isAllSmall ? [] : series}
      plot={plot}
      tableLabel={t("table")}
      table={table}
    />
  );
}

type RatioTraitProps = Omit<StepsChartProps, "sentence" | "steps"> & {
  trait: "participation" | "replies" | "newcomers" | "staying";
  ratio: Ratio & { steps: Steps };
  days: number;
  rows: React.ComponentProps<typeof TraitSection>["rows"];
};

/** A trait that is a part of a whole, along time. */
export async function RatioTrait({ trait, ratio, days, rows, ...chart }: RatioTraitProps) {
  const [t, locale] = await Promise.all([getTranslations("health"), getLocale()]);
  const told = t(`${trait}.told`, {
    part: countText(ratio.part, locale),
    whole: countText(ratio.whole, locale),
    days,
  });
  const [headline, sentence] = [await headlineOf(ratio), await sentenceOf(told, ratio, days)];
  return (
    <TraitSection trait={trait} headline={headline} rows={rows}>
      <StepsChart sentence={sentence} steps={ratio.steps} {...chart} />
    </TraitSection>
  );
}
