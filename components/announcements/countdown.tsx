"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

const MINUTE_MS = 60_000;

/** How long until it goes out, once the last half minute, which has its own bar, is not there yet. */
export function Countdown({ dueAt }: { dueAt: string }) {
  const t = useTranslations("announcements.live");
  const [leftMs, setLeftMs] = useState<number | null>(null);
  // The clock of the browser.
  useEffect(() => {
    const look = () => setLeftMs(new Date(dueAt).getTime() - Date.now());
    look();
    const timer = setInterval(look, 1_000);
    return () => clearInterval(timer);
  }, [dueAt]);
  if (leftMs === null || leftMs <= MINUTE_MS / 2) return null;
  const minutes = Math.ceil(leftMs / MINUTE_MS);
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60)];
  const far = days > 0 ? "days" : "hours";
  return (
    <p className="text-body tabular-nums">
      {hours === 0 && days === 0
        ? t("startsSoon", { minutes })
        : t("startsIn", { far, days, hours, minutes: minutes % 60 })}
    </p>
  );
}
