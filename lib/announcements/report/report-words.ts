import "server-only";
import type { ShownCount } from "@/lib/communities/types";
import { isSendingChannel } from "@/lib/delivery/channel-rules";
import { formatDateTime, formatList, formatNumber, formatPercent } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { mediaTitle } from "../media-title";
import type { Report } from "./types";

/** One bar of the report: its name, its numbers in words, and how long it is; null: too few people to show. */
export type ReportBar = { name: string; numbers: string; share: number | null };

// Neither the fonts of the PDF nor those of the picture draw more; the spaces that Intl writes become plain ones.
const drawable = (text: string): string =>
  text
    .replaceAll(/[\u00a0\u202f]/gu, " ")
    .replaceAll(/[^\u0020-\u00ff\u2013\u2014\u2018-\u201d\u2022\u2026\u20ac]/gu, "")
    .trim();

/** Everything that the report says, in the reader's language. */
export function reportWords(report: Report, locale: Locale) {
  const t = translatorFor(locale);
  const number = (count: ShownCount) => (count === "<5" ? count : formatNumber(count, locale));
  const { zone } = report;
  const barOf = (
    name: string,
    { people, reached, share }: Omit<ReportBar, "name" | "numbers"> & Counted,
  ) => ({
    name: drawable(name),
    numbers: t("announcements.live.reachedShown", { done: number(reached), total: number(people) }),
    share,
  });
  return {
    heading: t("announcements.report.title"),
    title: drawable(report.title) || t("announcements.detail.title"),
    from: drawable(`${report.tenant} · ${formatList(report.communities, locale)}`),
    shown: drawable(
      formatList(
        report.media.map((one) => mediaTitle(one, t)),
        locale,
      ),
    ),
    sentAt: t("announcements.report.sentAt", {
      when: drawable(formatDateTime(report.sentAt, { locale, zone })),
      zone,
    }),
    madeAt: t("announcements.report.madeAt", {
      when: drawable(formatDateTime(report.madeAt, { locale, zone })),
    }),
    people: { label: t("announcements.sendings.people"), number: number(report.people) },
    counts: report.counts
      .filter(({ status, count }) => count !== 0 || status === "sent" || status === "read")
      .map(({ status, count }) => ({
        label: t(`announcements.live.counts.${status}`),
        number: number(count),
      })),
    read:
      report.readShare === null
        ? t("announcements.report.fewRead")
        : t("announcements.report.read", { share: drawable(formatPercent(report.readShare, locale)) }),
    notRead: t("announcements.live.notRead"),
    byChannel: t("announcements.live.byChannel"),
    channels: report.channels.map(({ channel, ...counted }) =>
      barOf(
        isSendingChannel(channel) ? t(`announcements.compose.channelNames.${channel}`) : channel,
        counted,
      ),
    ),
    byGroup: t("announcements.live.byGroup"),
    groups: report.groups.map(({ name, ...counted }) => barOf(name, counted)),
    small: t("announcements.report.small"),
  };
}

type Counted = { people: ShownCount; reached: ShownCount };
export type ReportWords = ReturnType<typeof reportWords>;
