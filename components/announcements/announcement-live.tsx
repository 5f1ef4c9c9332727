"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Badge } from "@/components/ui/badge";
import { Bar } from "@/components/ui/bar";
import { Card } from "@/components/ui/card";
import type { LiveAnnouncement } from "@/lib/announcements/types";
import { DELIVERY_STATUSES, progressOf, totalOf } from "@/lib/delivery/rules";
import type { OccurrenceCounts } from "@/lib/delivery/types";
import { Countdown } from "./countdown";
import { SendingBreakdown } from "./sending-breakdown";
import { SendingPace } from "./sending-pace";
import { KNOWN_REASONS, STATUS_LOOKS } from "./status-looks";
import { TransitionButtons } from "./transition-buttons";
import { UndoBar } from "./undo-bar";
import { useLiveAnnouncement } from "./use-live-announcement";

type AnnouncementLiveProps = { slug: string; initial: LiveAnnouncement; mayChange: boolean };

/** State, counts and what can be done now; changes as the worker sends (A14). */
export function AnnouncementLive({ slug, initial, mayChange }: AnnouncementLiveProps) {
  const t = useTranslations("announcements");
  const { live, isLive } = useLiveAnnouncement(slug, initial);
  const known = KNOWN_REASONS.find((reason) => reason === live.statusReason);
  const router = useRouter();
  const picture = `${live.status} ${live.relay?.posted} ${live.relay?.late}`;
  const shown = useRef(picture);
  useEffect(() => {
    if (shown.current === picture) return;
    shown.current = picture;
    // The history below, and who posts by hand, are made by the server.
    router.refresh();
  }, [picture, router]);
  return (
    <Card className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="flex flex-wrap items-center gap-3">
          <Badge {...STATUS_LOOKS[live.status]}>{t(`statuses.${live.status}`)}</Badge>
          {known && <span className="text-meta text-ink2">{t(`reasons.${known}`)}</span>}
        </p>
        <span className="text-caption text-ink2">{isLive ? t("live.on") : t("live.off")}</span>
      </div>
      {mayChange && live.status === "scheduled" && live.dueAt && (
        <UndoBar key={live.dueAt} slug={slug} id={live.id} dueAt={live.dueAt} />
      )}
      {live.status === "scheduled" && live.dueAt && <Countdown dueAt={live.dueAt} />}
      {live.counts && <Counts counts={live.counts} isSending={live.status === "sending"} />}
      {live.counts && <SendingBreakdown slug={slug} live={live} />}
      {mayChange && <TransitionButtons slug={slug} live={live} />}
    </Card>
  );
}

/** What is in no delivery is left out, except the three that everybody looks for. */
function Counts({ counts, isSending }: { counts: OccurrenceCounts; isSending: boolean }) {
  const t = useTranslations("announcements.live");
  const always = ["queued", "sent", "read"];
  const shown = DELIVERY_STATUSES.filter((status) => always.includes(status) || counts[status] > 0);
  const share = progressOf(counts);
  return (
    <div className="grid gap-4">
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-[repeat(auto-fit,minmax(110px,1fr))]">
        {shown.map((status) => (
          <div key={status} className="grid">
            <dt className="text-meta text-ink2">{t(`counts.${status}`)}</dt>
            <dd className="font-display text-figure tabular-nums" data-count={status}>
              {t("number", { count: counts[status] })}
            </dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-1.5">
        <Bar share={share} />
        <p className="text-meta text-ink2">
          {t("of", { done: totalOf(counts) - counts.queued, total: totalOf(counts) })}
        </p>
        {isSending && <SendingPace counts={counts} />}
        <p className="text-caption text-ink2">{t("notRead")}</p>
      </div>
    </div>
  );
}
