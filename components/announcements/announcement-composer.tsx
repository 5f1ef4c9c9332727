"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type MouseEvent, useDeferredValue, useId, useState } from "react";
import { flushSync } from "react-dom";
import type { MediaItem } from "@/components/media/media-item";
import { ActionForm } from "@/components/ui/form";
import { composeAction } from "@/lib/announcements/actions";
import type { CommunityChoice } from "@/lib/announcements/types";
import { AnsweredNote } from "./answered-note";
import { AskedNote } from "./asked-note";
import { AudienceFields } from "./audience-fields";
import { type BlockStart, readBlock } from "./block-start";
import { ChannelFields } from "./channel-fields";
import { type ComposerPart, Part, PartSwitch, partOf } from "./composer-parts";
import { EvergreenFields } from "./evergreen-fields";
import { type EvergreenStart, readEvergreen } from "./evergreen-start";
import { PhonePreview } from "./phone-preview";
import { ReachCard, useReach } from "./reach-card";
import { SendBar } from "./send-bar";
import { UrgentField } from "./urgent-field";
import { WhenFields } from "./when-fields";
import { readWhen, type WhenState } from "./when-state";
import { WordsFields } from "./words-fields";

export type ComposerStart = {
  id?: string;
  version?: number;
  body: string;
  kind: string;
  communityId: string;
  audience: "community" | "groups" | "segment";
  groupIds: string[];
  segmentId: string;
  excludeSegmentIds: string[];
  excludeGroupIds: string[];
  receivedAnnouncementId: string;
  didNotReadAnnouncementId: string;
  /** Only those who answered a block so (A15); the names of the choices go along where they are known. */
  answered: { blockId: string; choices: string[]; hasNot: boolean; names?: string } | null;
  /** Only those who asked for this item of feedback (F3); empty: no such bound. */
  askedFeedbackId: string;
  block: BlockStart;
  channels: string[];
  urgentReason: string;
  remindsId: string;
  evergreen: EvergreenStart;
  media: MediaItem[];
} & WhenState;

export type ComposerProps = {
  slug: string;
  choices: readonly CommunityChoice[];
  segments: readonly { id: string; name: string }[];
  /** What was sent last, to leave out who got it or did not read it. */
  recent: readonly { id: string; name: string }[];
  start: ComposerStart;
  zone: { id: string; name: string; earliest: string };
  limits: { bodyGraphemes: number; confirmThreshold: number; isReal: { email: boolean; whatsapp: boolean } };
};

/** Write, see it on a phone, see whom it reaches, choose when. What is typed stays in the fields; this only looks at it. */
export function AnnouncementComposer({
  slug,
  choices,
  segments,
  recent,
  start,
  zone,
  limits,
}: ComposerProps) {
  const t = useTranslations("announcements");
  const marker = useId();
  const [form, setForm] = useState(start);
  const [media, setMedia] = useState(start.media);
  const [part, setPart] = useState<ComposerPart>("text");
  const body = useDeferredValue(form.body);
  const reach = useReach(slug, form);
  const community = choices.find(({ id }) => id === form.communityId);
  const isOpen =
    (form.audience === "groups" && form.groupIds.length === 0) ||
    (form.audience === "segment" && !form.segmentId);
  const people = isOpen || reach.isPlaceholderData ? undefined : reach.data?.people;
  return (
    <div
      className="grid gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_340px]"
      onClickCapture={(event) => showPartOfLink(event, setPart)}
    >
      <PartSwitch part={part} onChoose={setPart} />
      <ActionForm action={composeAction.bind(null, slug)} className="max-lg:order-last">
        <div id={marker} className="grid gap-6" onInput={(event) => setForm(readForm(event, form))}>
          {start.id && <input type="hidden" name="id" value={start.id} />}
          {start.version && <input type="hidden" name="version" value={start.version} />}
          <Part name="text" shown={part}>
            <WordsFields
              slug={slug}
              start={start}
              block={form.block.kind}
              bodyGraphemes={limits.bodyGraphemes}
              media={{ items: media, onItems: setMedia }}
            />
          </Part>
          <Part name="audience" shown={part}>
            {start.remindsId !== "" && <p className="text-meta">{t("compose.reminds")}</p>}
            {start.answered && <AnsweredNote answered={start.answered} />}
            <AskedNote feedbackId={start.askedFeedbackId} />
            <AudienceFields choices={choices} segments={segments} recent={recent} value={form} />
            <ChannelFields channels={start.channels} isReal={limits.isReal} hasMedia={media.length > 0} />
            <ReachCard reach={isOpen ? undefined : reach.data} isBusy={reach.isFetching} />
            <UrgentField reach={reach.data} typed={form.urgentReason} defaultValue={start.urgentReason} />
          </Part>
          <Part name="when" shown={part}>
            <WhenFields slug={slug} value={form} zone={zone} />
            <EvergreenFields value={form} today={zone.earliest.slice(0, 10)} />
          </Part>
          <SendBar people={people} threshold={limits.confirmThreshold} when={form.when} formId={marker} />
        </div>
      </ActionForm>
      <Part name="preview" shown={part} className="lg:sticky lg:top-6 lg:self-start">
        <PhonePreview
          body={body}
          block={form.block}
          media={{ items: media, path: `/media/${slug}` }}
          community={community?.name ?? ""}
          time={form.localTime.slice(11) || "18:00"}
        />
      </Part>
    </div>
  );
}

/** A link to a wrong field leads to the part in which the field stands, which may be away on a phone. */
function showPartOfLink(event: MouseEvent, show: (part: ComposerPart) => void): void {
  const hash = event.target instanceof Element ? event.target.closest("a")?.hash : undefined;
  const part = hash ? partOf(document.getElementById(hash.slice(1))) : null;
  if (part) flushSync(() => show(part));
}

const AUDIENCES = ["community", "groups", "segment"] as const;

/** What the fields say now. */
function readForm(event: FormEvent<HTMLElement>, before: ComposerStart): ComposerStart {
  const element = event.currentTarget.closest("form");
  if (!element) return before;
  const form = new FormData(element);
  const text = (name: string) => String(form.get(name) ?? "");
  const communityId = text("communityId");
  return {
    ...before,
    body: text("body"),
    kind: text("kind"),
    communityId,
    audience: AUDIENCES.find((kind) => kind === text("audience")) ?? "community",
    segmentId: form.has("segmentId") ? text("segmentId") : before.segmentId,
    excludeSegmentIds: form.getAll("excludeSegmentIds[]").map(String),
    excludeGroupIds: communityId === before.communityId ? form.getAll("excludeGroupIds[]").map(String) : [],
    receivedAnnouncementId: text("receivedAnnouncementId"),
    didNotReadAnnouncementId: text("didNotReadAnnouncementId"),
    block: readBlock(form),
    groupIds: communityId === before.communityId ? form.getAll("groupIds[]").map(String) : [],
    urgentReason: text("urgentReason"),
    channels: form.getAll("channels[]").map(String),
    evergreen: readEvergreen(form, before.evergreen),
    ...readWhen(form, before),
  };
}
