"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Bar } from "@/components/ui/bar";
import { fetchJson } from "@/components/ui/fetch-json";
import type { LiveAnnouncement } from "@/lib/announcements/types";
import type { ShownCount } from "@/lib/communities/types";
import { isSendingChannel } from "@/lib/delivery/channel-rules";
import type { Breakdown } from "@/lib/delivery/recipient-types";

const EVERY_MS = 5_000;

/** The same by channel and by room, asked for again every five seconds while it goes out. */
export function SendingBreakdown({ slug, live }: { slug: string; live: LiveAnnouncement }) {
  const t = useTranslations("announcements");
  const path = `/t/${slug}/announcements/${live.id}`;
  const { data } = useQuery({
    queryKey: ["breakdown", slug, live.id, live.status],
    queryFn: ({ signal }) => fetchJson<Breakdown>(`${path}/breakdown`, signal),
    refetchInterval: live.status === "sending" ? EVERY_MS : false,
    placeholderData: (before) => before,
  });
  if (!data || data.channels.length === 0) return null;
  const channels = data.channels.map(({ channel, people, reached }) => ({
    key: channel,
    name: isSendingChannel(channel) ? t(`compose.channelNames.${channel}`) : channel,
    people,
    reached,
    share: reached / Math.max(1, people),
  }));
  const groups = data.groups.map(({ groupId, ...group }) => ({ key: groupId, ...group }));
  return (
    <div className="grid gap-4 border-line border-t pt-4">
      <div className="grid gap-5 sm:grid-cols-2">
        <Bars title={t("live.byChannel")} bars={channels} />
        {groups.length > 0 && <Bars title={t("live.byGroup")} bars={groups} />}
      </div>
      <p className="text-meta">
        <Link href={`${path}/recipients`} className="link">
          {t("live.people")}
        </Link>
      </p>
    </div>
  );
}

type Share = {
  key: string;
  name: string;
  people: ShownCount;
  reached: ShownCount;
  share: number | null;
};

function Bars({ title, bars }: { title: string; bars: readonly Share[] }) {
  const t = useTranslations("announcements.live");
  const shown = (count: ShownCount) => (count === "<5" ? count : t("number", { count }));
  return (
    <section className="grid content-start gap-2">
      <h2 className="font-semibold text-control">{title}</h2>
      <ul className="grid gap-2">
        {bars.map(({ key, name, people, reached, share }) => (
          <li key={key} className="grid gap-1 text-meta">
            <span className="flex justify-between gap-3">
              <span className="break-words">{name}</span>
              <span className="whitespace-nowrap text-ink2 tabular-nums">
                {t("reachedShown", { done: shown(reached), total: shown(people) })}
              </span>
            </span>
            <Bar share={share ?? 0} />
          </li>
        ))}
      </ul>
    </section>
  );
}
