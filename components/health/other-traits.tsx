import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Bar } from "@/components/ui/bar";
import { Chart } from "@/components/ui/chart";
import { HeatPlot } from "@/components/ui/heat-plot";
import { Table } from "@/components/ui/table";
import type { Health } from "@/lib/health/types";
import { formatDate, formatPercent } from "@/lib/platform/i18n/format";
import { countText, plotted } from "./count-text";
import { StepsChart } from "./ratio-trait";
import { headlineOf, sentenceOf, TraitSection } from "./trait-section";

type Rows = React.ComponentProps<typeof TraitSection>["rows"];

/** Who wrote in several groups, and how many in each. */
export async function VoicesTrait({
  voices,
  days,
  base,
  rows,
}: {
  voices: Health["voices"];
  days: number;
  base: string;
  rows: Rows;
}) {
  const [t, locale] = await Promise.all([getTranslations("health"), getLocale()]);
  const told = t("voices.told", {
    part: countText(voices.part, locale),
    whole: countText(voices.whole, locale),
  });
  const most = Math.max(1, ...voices.groups.map(({ people }) => plotted(people) ?? 0));
  return (
    <TraitSection trait="voices" headline={await headlineOf(voices)} rows={rows}>
      <p className="text-ink2 text-meta">{await sentenceOf(told, voices, days)}</p>
      <Table
        caption={t("voices.title")}
        columns={[
          { key: "name", header: t("group"), phone: "title" },
          { key: "people", header: t("counted.people"), align: "end" },
        ]}
        rows={voices.groups.map(({ groupId, name, people }) => ({
          key: groupId,
          cells: {
            name: (
              <span className="grid gap-1">
                <Link href={`${base}/groups/${groupId}`} className="link">
                  {name}
                </Link>
                <Bar share={(plotted(people) ?? 0) / most} className="bg-s1" />
              </span>
            ),
            people: <span className="tabular-nums">{countText(people, locale)}</span>,
          },
        }))}
        empty={t("nothing")}
      />
    </TraitSection>
  );
}

/** Who came and who went. */
export async function GrowthTrait({
  growth,
  days,
  zone,
  rows,
}: {
  growth: Health["growth"];
  days: number;
  zone: string;
  rows: Rows;
}) {
  const [t, locale] = await Promise.all([getTranslations("health"), getLocale()]);
  const { joined, left, joinedBefore, leftBefore, steps } = growth;
  const isKnown = joined !== "<5" && left !== "<5";
  const net = isKnown
    ? new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }).format(joined - left)
    : t("few");
  const told = t("growth.told", { joined: countText(joined, locale), left: countText(left, locale) });
  const past = t("growth.before", {
    days,
    joined: countText(joinedBefore, locale),
    left: countText(leftBefore, locale),
  });
  return (
    <TraitSection trait="growth" headline={net} rows={rows}>
      <StepsChart
        sentence={`${told} ${past}`}
        steps={steps}
        counted={["joined", "left"]}
        form="bars"
        zone={zone}
      />
    </TraitSection>
  );
}

const MONDAY = Date.UTC(2024, 0, 1);
const HOURS = 24;

/** When the community talks. */
export async function HoursTrait({ hours }: { hours: Health["hours"] }) {
  const [t, locale] = await Promise.all([getTranslations("health"), getLocale()]);
  const dayName = (weekday: number, style: "short" | "long") =>
    new Intl.DateTimeFormat(locale, { weekday: style, timeZone: "UTC" }).format(
      new Date(MONDAY + (weekday - 1) * 86_400_000),
    );
  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  const cellAt = (weekday: number, hour: number) =>
    hours.cells.find((cell) => cell.weekday === weekday && cell.hour === hour)?.messages ?? 0;
  const messages = countText(hours.messages, locale);
  const sentence = hours.best
    ? t("hours.told", { messages, weekday: dayName(hours.best.weekday, "long"), hour: hours.best.hour })
    : t("hours.toldNone", { messages });
  const headline = hours.best ? `${dayName(hours.best.weekday, "short")} ${hours.best.hour}h` : "—";
  return (
    <TraitSection trait="hours" headline={headline} rows={[]}>
      <Chart
        sentence={sentence}
        plot={
          <HeatPlot
            rows={weekdays.map((weekday) => dayName(weekday, "short"))}
            columns={HOURS}
            columnLabels={[0, 6, 12, 18].map((hour) => ({ column: hour, label: `${hour}h` }))}
            valueAt={(row, hour) => plotted(cellAt(row + 1, hour))}
          />
        }
        tableLabel={t("table")}
        table={
          <Table
            caption={t("hours.title")}
            columns={[
              { key: "when", header: t("when"), phone: "title" },
              { key: "messages", header: t("counted.messages"), align: "end" },
            ]}
            rows={hours.cells
              .toSorted((a, b) => a.weekday - b.weekday || a.hour - b.hour)
              .map(({ weekday, hour, messages: count }) => ({
                key: `${weekday}-${hour}`,
                cells: { when: `${dayName(weekday, "long")}, ${hour}h`, messages: countText(count, locale) },
              }))}
            empty={t("nothing")}
          />
        }
      />
    </TraitSection>
  );
}

/** How much of what was sent is known to be read. */
export async function ReadingTrait({
  reading,
  days,
  zone,
  slug,
}: {
  reading: Health["reading"];
  days: number;
  zone: string;
  slug: string;
}) {
  const [t, locale] = await Promise.all([getTranslations("health"), getLocale()]);
  const told = t("reading.told", {
    part: countText(reading.part, locale),
    whole: countText(reading.whole, locale),
  });
  return (
    <TraitSection trait="reading" headline={await headlineOf(reading)} rows={[]}>
      <p className="text-ink2 text-meta">{await sentenceOf(told, reading, days)}</p>
      <Table
        caption={t("reading.title")}
        columns={[
          { key: "title", header: t("reading.announcement"), phone: "title" },
          { key: "read", header: t("reading.read"), align: "end" },
        ]}
        rows={reading.sendings.map(
          ({ announcementId, occurrenceId, title, dueAt, read, arrived, share }) => ({
            key: occurrenceId,
            cells: {
              title: (
                <span className="grid gap-1">
                  <Link href={`/t/${slug}/announcements/${announcementId}`} className="link">
                    {title}
                  </Link>
                  <span className="text-caption text-ink2">
                    {formatDate(new Date(dueAt), { locale, zone }, "dayAndMonth")}
                  </span>
                  <Bar share={share ?? 0} className="bg-s1" />
                </span>
              ),
              read: (
                <span className="tabular-nums">
                  {share === null ? t("few") : formatPercent(share, locale)}
                  <span className="block text-caption text-ink2">
                    {t("reading.of", { read: countText(read, locale), arrived: countText(arrived, locale) })}
                  </span>
                </span>
              ),
            },
          }),
        )}
        empty={t("reading.none")}
      />
    </TraitSection>
  );
}
