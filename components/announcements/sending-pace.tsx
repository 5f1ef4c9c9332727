"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type PaceSample, paceOf, withSample } from "@/lib/announcements/pace-rules";
import { totalOf } from "@/lib/delivery/rules";
import type { OccurrenceCounts } from "@/lib/delivery/types";

// ux: one message for screen readers in five seconds.
const SAID_EVERY_MS = 5_000;

/** How fast it goes and how long it still takes; said to screen readers at most every five seconds. */
export function SendingPace({ counts }: { counts: OccurrenceCounts }) {
  const t = useTranslations("announcements.live");
  const decided = totalOf(counts) - counts.queued;
  const [samples, setSamples] = useState<PaceSample[]>([]);
  // The clock of the browser, at each news of the stream.
  useEffect(() => setSamples((all) => withSample(all, { atMs: Date.now(), decided })), [decided]);
  const pace = paceOf(samples, counts.queued);
  const text = pace
    ? t("pace", {
        perSecond: Math.max(1, Math.round(pace.perSecond)),
        seconds: pace.secondsLeft,
        unit: unitOf(pace.secondsLeft),
        minutes: Math.ceil(pace.secondsLeft / 60),
      })
    : "";
  const of = t("of", { done: decided, total: totalOf(counts) });
  const said = useThrottled(`${of} ${text}`);
  return (
    <>
      <p className="min-h-5 text-meta text-ink2" aria-hidden="true">
        {text}
      </p>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
    </>
  );
}

function unitOf(seconds: number): "seconds" | "minutes" {
  return seconds < 90 ? "seconds" : "minutes";
}

/** The newest text, at most once in five seconds: a timer of the browser. */
function useThrottled(text: string): string {
  const [said, setSaid] = useState({ text, atMs: 0 });
  useEffect(() => {
    if (text === said.text) return;
    const waitMs = Math.max(0, said.atMs + SAID_EVERY_MS - Date.now());
    const timer = setTimeout(() => setSaid({ text, atMs: Date.now() }), waitMs);
    return () => clearTimeout(timer);
  }, [text, said]);
  return said.text;
}
