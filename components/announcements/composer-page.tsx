import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import { ONCE } from "@/lib/announcements/repeat-rules";
import type { CommunityChoice } from "@/lib/announcements/types";
import type { Answered } from "@/lib/blocks/types";
import { formatZone } from "@/lib/platform/i18n/format";
import { localeFrom } from "@/lib/platform/i18n/locales";
import { pickMessages } from "@/lib/platform/i18n/pick-messages";
import { AnnouncementComposer, type ComposerStart } from "./announcement-composer";
import { answeredStart } from "./answered-start";
import { NO_BLOCK } from "./block-start";
import { NOT_EVERGREEN } from "./evergreen-start";
import { QueryIsland } from "./query-island";

type ComposerPageProps = {
  slug: string;
  choices: readonly CommunityChoice[];
  settings: {
    timezone: string;
    bodyGraphemes: number;
    confirmThreshold: number;
    isReal: { email: boolean; whatsapp: boolean };
    segments: { id: string; name: string }[];
    recent: { id: string; name: string }[];
  };
  now: Date;
  /** May open a community, where there is none to write to. */
  mayCreate?: boolean;
  /** What is there already, and the zone that it was written for. */
  start?: Partial<ComposerStart> & { timezone?: string };
  /** Whom a follow-up is for (A15). */
  answered?: Answered | null;
};

/** The composer with its texts and its first values; without a community there is nobody to write to yet. */
export async function ComposerPage({
  slug,
  choices,
  settings,
  now,
  mayCreate = false,
  start,
  answered = null,
}: ComposerPageProps) {
  const [t, locale, messages] = await Promise.all([
    getTranslations("announcements.compose"),
    getLocale(),
    getMessages(),
  ]);
  const first = choices[0];
  if (!first)
    return (
      <Alert
        tone="info"
        title={t(mayCreate ? "firstCommunity" : "noCommunity")}
        actions={
          <LinkButton href={`/t/${slug}/communities${mayCreate ? "/new" : ""}`}>
            {t(mayCreate ? "createCommunity" : "toCommunities")}
          </LinkButton>
        }
      />
    );
  const zone = start?.timezone ?? settings.timezone;
  return (
    <NextIntlClientProvider messages={pickMessages(messages, ["announcements", "media"])}>
      <QueryIsland>
        <AnnouncementComposer
          slug={slug}
          choices={choices}
          segments={settings.segments}
          recent={settings.recent}
          zone={{
            id: zone,
            name: formatZone(zone, localeFrom(locale), now),
            earliest: localMinute(now, zone),
          }}
          limits={settings}
          start={{
            body: "",
            kind: "other",
            communityId: first.id,
            audience: "community",
            groupIds: [],
            segmentId: "",
            excludeSegmentIds: [],
            excludeGroupIds: [],
            receivedAnnouncementId: "",
            didNotReadAnnouncementId: "",
            answered: null,
            askedFeedbackId: "",
            block: NO_BLOCK,
            channels: [],
            urgentReason: "",
            remindsId: "",
            evergreen: NOT_EVERGREEN,
            media: [],
            ...ONCE,
            when: "now",
            isMemberLocal: false,
            isBusiness: false,
            localTime: localMinute(new Date(now.getTime() + 3_600_000), zone),
            ...start,
            ...(await answeredStart(answered)),
          }}
        />
      </QueryIsland>
    </NextIntlClientProvider>
  );
}

/** The minute that the clock of a zone shows, as a date field writes it. */
function localMinute(at: Date, zone: string): string {
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  })
    .format(at)
    .replace(" ", "T");
}
