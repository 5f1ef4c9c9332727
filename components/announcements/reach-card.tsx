"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Bar } from "@/components/ui/bar";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { fetchJson } from "@/components/ui/fetch-json";
import { SENDING_CHANNELS } from "@/lib/delivery/channel-rules";
import type { Rehearsal } from "@/lib/delivery/types";
import { CostNote } from "./cost-note";
import { useSettled } from "./use-settled";

export type Choice = {
  communityId: string;
  audience: string;
  groupIds: readonly string[];
  segmentId: string;
  excludeSegmentIds: readonly string[];
  excludeGroupIds: readonly string[];
  receivedAnnouncementId: string;
  didNotReadAnnouncementId: string;
  answered: { blockId: string; choices: readonly string[]; hasNot: boolean } | null;
  askedFeedbackId: string;
  kind: string;
  channels: readonly string[];
  urgentReason: string;
  remindsId: string;
};

// Below this nobody waits.
const SHORT_SECONDS = 30;

/** Whom a choice reaches, computed by the planner that sends; asked again half a second after the last change. */
export function useReach(slug: string, choice: Choice) {
  const { communityId, audience, segmentId, answered } = choice;
  const query = new URLSearchParams({
    communityId,
    audience,
    segmentId,
    kind: choice.kind,
    groupIds: choice.groupIds.join(","),
    excludeSegmentIds: choice.excludeSegmentIds.join(","),
    excludeGroupIds: choice.excludeGroupIds.join(","),
    receivedAnnouncementId: choice.receivedAnnouncementId,
    didNotReadAnnouncementId: choice.didNotReadAnnouncementId,
    answeredBlockId: answered?.blockId ?? "",
    answeredChoices: answered?.choices.join(",") ?? "",
    answeredHasNot: String(answered?.hasNot ?? false),
    askedFeedbackId: choice.askedFeedbackId,
    channels: choice.channels.join(","),
    urgentReason: choice.urgentReason,
    remindsId: choice.remindsId,
  });
  const settled = useSettled(query.toString());
  return useQuery({
    queryKey: ["reach", slug, settled],
    queryFn: ({ signal }) => fetchJson<Rehearsal>(`/t/${slug}/announcements/reach?${settled}`, signal),
    enabled: communityId !== "" && (audience !== "segment" || segmentId !== ""),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
}

export function ReachCard({ reach, isBusy }: { reach: Rehearsal | undefined; isBusy: boolean }) {
  const t = useTranslations("announcements.reach");
  if (!reach) return <Card className="min-h-32 text-ink2">{t("asking")}</Card>;
  const left = reach.considered - reach.people;
  return (
    <Card className={cx("grid gap-2", isBusy && "cursor-progress")}>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div aria-live="polite">
          <p className="text-meta text-ink2">{t("title")}</p>
          <p className="font-display text-figure">{t("people", { count: reach.people })}</p>
        </div>
        {left > 0 && <Badge tone="warning">{t("left", { count: left })}</Badge>}
      </div>
      <Bar
        share={reach.people / Math.max(reach.considered, 1)}
        className="bg-porta transition-[width] duration-180"
      />
      <p className="text-meta text-ink2">
        {t("considered", { count: reach.considered })}
        {reach.duplicates > 0 && ` ${t("duplicates", { count: reach.duplicates })}`}
        {reach.lanes > 1 && ` ${t("lanes", { count: reach.lanes })}`}
      </p>
      {Object.keys(reach.perChannel).length > 1 && (
        <ul className="text-meta">
          {SENDING_CHANNELS.filter((channel) => channel in reach.perChannel).map((channel) => (
            <li key={channel}>
              {t("channels", { channel, count: reach.perChannel[channel] ?? 0 })}
              {channel !== reach.spread?.channel &&
                (reach.perChannelSeconds[channel] ?? 0) > SHORT_SECONDS &&
                ` · ${t("takes", { minutes: Math.ceil((reach.perChannelSeconds[channel] ?? 0) / 60) })}`}
            </li>
          ))}
        </ul>
      )}
      {reach.durationSeconds > SHORT_SECONDS && !reach.spread && (
        <p className="text-meta text-ink2">
          {t("duration", { minutes: Math.ceil(reach.durationSeconds / 60) })}
        </p>
      )}
      {reach.spread && (
        <p className="text-meta">
          {t("spread", {
            channel: reach.spread.channel,
            perDay: reach.spread.perDay,
            today: reach.spread.days[0] ?? 0,
            days: reach.spread.days.length,
          })}
        </p>
      )}
      <CostNote cost={reach.cost} />
      {reach.byHand && <p className="text-meta">{t("byHand", reach.byHand)}</p>}
      {reach.betterDay && <p className="text-meta">{t("betterDay", { day: new Date(reach.betterDay) })}</p>}
      {left > 0 && (
        <ul className="text-meta text-ink2">
          {reach.buckets.map(({ reason, count }) => (
            <li key={reason}>{t(`reasons.${reason}`, { count })}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}
