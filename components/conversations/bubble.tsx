"use client";
import { Ellipsis } from "lucide-react";
import { FormattedText } from "@/components/announcements/formatted-text";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { useUiLocale } from "@/components/ui/ui-texts";
import type { MessageView } from "@/lib/conversations/types";
import { formatDateTime, formatTime } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locales";
import { LinkCard } from "./link-card";
import { MessageMedia } from "./message-media";
import { QuoteOf } from "./quote-of";
import { Reactions } from "./reactions";
import { useRoomPlace } from "./room-context";
import { useRoomTexts } from "./room-texts";
import { useSpeaker } from "./use-speaker";

type BubbleProps = {
  message: MessageView;
  namesSpeaker: boolean;
  /** Opens what can be done with it; without it nothing can. */
  onOpen?: ((message: MessageView) => void) | undefined;
};

/** One message: its words, who said them and when. */
export function Bubble({ message, namesSpeaker, onOpen }: BubbleProps) {
  const t = useRoomTexts();
  const { viewerId } = useRoomPlace();
  const speaker = useSpeaker();
  if (message.kind === "system")
    return <p className="mx-auto max-w-prose text-center text-caption text-ink2">{message.body}</p>;
  const isOwn = viewerId !== null && message.authorId === viewerId;
  const isCalled = message.mentions.some(({ memberId }) => memberId === viewerId);
  const name = speaker(message);
  return (
    <div className={cx("flex min-w-0 items-center gap-1", isOwn && "flex-row-reverse")}>
      <div className={cx(bubbleStyle(isOwn), isCalled && "border-l-4 border-l-porta")}>
        <p className={cx("font-semibold text-meta", namesSpeaker && !isOwn ? "text-porta" : "sr-only")}>
          {name}
        </p>
        <QuoteOf message={message} />
        <Words message={message} />
        <p className="justify-self-end text-caption text-ink2">
          {message.editedAt && !message.removedAt && `${t("edited")} · `}
          <At instant={message.createdAt} />
        </p>
        <Reactions message={message} />
      </div>
      {onOpen && !message.removedAt && message.kind !== "deleted" && (
        <button
          type="button"
          aria-label={t("actionsOf", {
            name,
            words: message.body.slice(0, 40) || (message.media[0] ? t("mediaUnnamed") : ""),
          })}
          onClick={() => onOpen(message)}
          className="inline-grid size-11 shrink-0 place-items-center rounded-control text-ink2 hover:bg-sunken hover:text-ink"
        >
          <Icon of={Ellipsis} />
        </button>
      )}
    </div>
  );
}

/** The look of a bubble, which what is on its way shares. */
export function bubbleStyle(isOwn: boolean): string {
  return cx(
    "grid min-w-0 max-w-[85%] gap-0.5 break-words rounded-card px-3 py-2 [overflow-wrap:anywhere]",
    isOwn ? "bg-bolha-out" : "border border-line bg-surface",
  );
}

function Words({ message }: { message: MessageView }) {
  const t = useRoomTexts();
  if (message.removedAt || message.kind === "deleted")
    return (
      <p className="text-ink2 italic">
        {message.removedBy === message.authorId ? t("removed") : t("removedByAdmin")}
      </p>
    );
  return (
    <div>
      <MessageMedia media={message.media} />
      {message.kind === "media" && message.media.length === 0 && (
        <p className="text-ink2 italic">
          {message.mediaName ? t("media", { name: message.mediaName }) : t("mediaUnnamed")}
        </p>
      )}
      {message.body && <FormattedText text={message.body} />}
      {message.link && <LinkCard link={message.link} />}
    </div>
  );
}

function At({ instant }: { instant: string }) {
  const locale = useUiLocale() as Locale;
  const { zone } = useRoomPlace();
  const at = new Date(instant);
  return (
    <time dateTime={instant} title={formatDateTime(at, { locale, zone }, "long")}>
      {formatTime(at, { locale, zone })}
    </time>
  );
}
