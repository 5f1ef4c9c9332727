"use client";
import { useState } from "react";
import { cx } from "@/components/ui/cx";
import { useUiLocale } from "@/components/ui/ui-texts";
import type { MessageView } from "@/lib/conversations/types";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locales";
import { Bubble } from "./bubble";
import { OutgoingBubble } from "./outgoing-bubble";
import { useRoomPlace } from "./room-context";
import type { Outgoing } from "./room-state";
import { useRoomTexts } from "./room-texts";

// Those that one opens the room at: their height must be known. Older ones are drawn when they come near.
const ALWAYS_DRAWN = 100;

type MessageLogProps = {
  /** Oldest first. */
  messages: readonly MessageView[];
  outgoing: readonly Outgoing[];
  onOpen: ((message: MessageView) => void) | undefined;
  onRetry: (outgoing: Outgoing) => void;
  onDrop: (key: string) => void;
};

/** What was said in a room, day by day; the newest stands at the bottom, and below it what is on its way. */
export function MessageLog({ messages, outgoing, onOpen, onRetry, onDrop }: MessageLogProps) {
  const t = useRoomTexts();
  const locale = useUiLocale() as Locale;
  const { zone, viewerId, readPosition } = useRoomPlace();
  const isUnread = ({ position, authorId }: MessageView) =>
    readPosition !== null && position !== null && position > readPosition && authorId !== viewerId;
  const [firstUnreadId] = useState(() => messages.find(isUnread)?.id);
  const dayOf = (message: MessageView | undefined) =>
    message ? formatDate(new Date(message.createdAt), { locale, zone }, "dayAndMonth") : "";
  const speakerOf = (message: MessageView | undefined) =>
    message && (message.authorId ?? `${message.byTeam} ${message.formerMember}`);
  return (
    <ol aria-label={t("messages")} className="grid gap-1.5">
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const isNewDay = dayOf(before) !== dayOf(message);
        return (
          <li
            key={message.id}
            id={`m-${message.id}`}
            className={cx(
              "grid scroll-mt-4 gap-1.5 target:rounded-card target:outline-2 target:outline-porta",
              index < messages.length - ALWAYS_DRAWN && "message-row",
            )}
          >
            {isNewDay && (
              <p className="mx-auto my-2 rounded-pill bg-sunken px-3 py-0.5 text-caption text-ink2">
                {dayOf(message)}
              </p>
            )}
            {message.id === firstUnreadId && (
              <p className="mx-auto my-2 rounded-pill bg-porta-soft px-3 py-0.5 font-semibold text-caption text-porta">
                {t("unreadFromHere")}
              </p>
            )}
            <Bubble
              message={message}
              namesSpeaker={isNewDay || speakerOf(before) !== speakerOf(message)}
              onOpen={onOpen}
            />
          </li>
        );
      })}
      {outgoing.map((each) => (
        <li key={each.key} className="grid">
          <OutgoingBubble outgoing={each} onRetry={() => onRetry(each)} onDrop={() => onDrop(each.key)} />
        </li>
      ))}
    </ol>
  );
}
