"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { fetchJson } from "@/components/ui/fetch-json";
import type { NextTime, NextTimes } from "@/lib/announcements/next-times";
import { formatLocalTime } from "./format-local-time";
import { useSettled } from "./use-settled";
import type { WhenState } from "./when-state";

type NextTimesNoteProps = { slug: string; value: WhenState; timezone: string };

/** The schedule in words with its next five times, as the server understands it, half a second after the last change. */
export function NextTimesNote({ slug, value, timezone }: NextTimesNoteProps) {
  const t = useTranslations("announcements.next");
  const settled = useSettled(queryOf(value, timezone));
  const { data, isFetching } = useQuery({
    queryKey: ["next times", slug, settled],
    queryFn: ({ signal }) => fetchJson<NextTimes>(`/t/${slug}/announcements/next-times?${settled}`, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  if (!data) return <Card className="min-h-24 text-ink2">{t("asking")}</Card>;
  return (
    <Card className={cx("grid gap-2", isFetching && "cursor-progress")}>
      <div aria-live="polite" className="grid gap-1">
        <p className="text-meta text-ink2">{t("title", { count: data.times.length })}</p>
        {data.words && <p className="font-semibold first-letter:uppercase">{data.words}</p>}
        {data.problem && <p className="text-urucum">{t("problem", { code: data.problem.code })}</p>}
        {data.isPast && <p className="text-urucum">{t("past")}</p>}
      </div>
      <ol className="grid gap-1 text-body">
        {data.times.map((time) => (
          <li key={time.at} className="flex flex-wrap items-baseline gap-x-2">
            <Line time={time} />
          </li>
        ))}
      </ol>
      {value.isMemberLocal && <p className="text-meta text-ink2">{t("memberLocal")}</p>}
    </Card>
  );
}

function Line({ time }: { time: NextTime }) {
  const t = useTranslations("announcements.next");
  const locale = useLocale();
  const notes = [
    time.note && t(`notes.${time.note}`),
    time.isNight && t("night"),
    time.holiday && t("holiday", { name: t(`holidays.${time.holiday}`) }),
  ].filter((note) => note !== null && note !== false);
  return (
    <>
      <span className="tabular-nums">{formatLocalTime(time.localTime, locale)}</span>
      {notes.length > 0 && <span className="text-ipe text-meta">{notes.join(" · ")}</span>}
    </>
  );
}

function queryOf(value: WhenState, timezone: string): string {
  const { localTime, repeat, weekdays, ends, until, count, rrule, exceptions } = value;
  return new URLSearchParams({
    localTime,
    timezone,
    repeat,
    weekdays: weekdays.join(","),
    ends,
    until,
    count: count === null ? "" : String(count),
    rrule,
    exceptions,
  }).toString();
}
