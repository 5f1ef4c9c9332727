import { getLocale, getTranslations } from "next-intl/server";
import { FormattedText } from "@/components/announcements/formatted-text";
import { cx } from "@/components/ui/cx";
import { Time } from "@/components/ui/time";
import type { MessageView } from "@/lib/conversations/types";
import { formatDate } from "@/lib/platform/i18n/format";

type MessageListProps = {
  /** Oldest first. */
  messages: readonly MessageView[];
  viewerId: string;
  zone: string;
};

/** What was said in a room, day by day; the newest stands at the bottom. */
export async function MessageList({ messages, viewerId, zone }: MessageListProps) {
  const [t, locale] = await Promise.all([getTranslations("portal.room"), getLocale()]);
  const dayOf = (message: MessageView | undefined) =>
    message ? formatDate(new Date(message.createdAt), { locale, zone }, "dayAndMonth") : "";
  const speakerOf = (message: MessageView | undefined) =>
    message && (message.authorId ?? `former ${message.formerMember}`);
  return (
    <ol aria-label={t("messages")} className="grid gap-1.5">
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const isNewDay = dayOf(before) !== dayOf(message);
        return (
          <li key={message.id} className="grid gap-1.5">
            {isNewDay && (
              <p className="mx-auto my-2 rounded-pill bg-sunken px-3 py-0.5 text-caption text-ink2">
                {dayOf(message)}
              </p>
            )}
            <Bubble
              message={message}
              isOwn={message.authorId === viewerId}
              namesSpeaker={isNewDay || speakerOf(before) !== speakerOf(message)}
              zone={zone}
            />
          </li>
        );
      })}
    </ol>
  );
}

type BubbleProps = { message: MessageView; isOwn: boolean; namesSpeaker: boolean; zone: string };

async function Bubble({ message, isOwn, namesSpeaker, zone }: BubbleProps) {
  const t = await getTranslations("portal.room");
  if (message.kind === "system")
    return <p className="mx-auto max-w-prose text-center text-caption text-ink2">{message.body}</p>;
  const name = isOwn ? t("you") : (message.authorName ?? formerName(t, message.formerMember));
  return (
    <div
      className={cx(
        "grid min-w-0 max-w-[85%] gap-0.5 break-words rounded-card px-3 py-2 [overflow-wrap:anywhere]",
        isOwn ? "justify-self-end bg-bolha-out" : "justify-self-start border border-line bg-surface",
      )}
    >
      <p className={cx("font-semibold text-meta", namesSpeaker && !isOwn ? "text-porta" : "sr-only")}>
        {name}
      </p>
      <Content message={message} />
      <p className="justify-self-end text-caption text-ink2">
        {message.editedAt && !message.removedAt && `${t("edited")} · `}
        <Time at={new Date(message.createdAt)} zone={zone} kind="time" />
      </p>
    </div>
  );
}

async function Content({ message }: { message: MessageView }) {
  const t = await getTranslations("portal.room");
  if (message.removedAt || message.kind === "deleted")
    return <p className="text-ink2 italic">{t("removed")}</p>;
  return (
    <div>
      {message.kind === "media" && (
        <p className="text-ink2 italic">
          {message.mediaName ? t("media", { name: message.mediaName }) : t("mediaUnnamed")}
        </p>
      )}
      {message.body && <FormattedText text={message.body} />}
    </div>
  );
}

type RoomTexts = Awaited<ReturnType<typeof getTranslations<"portal.room">>>;

function formerName(t: RoomTexts, number: number | null): string {
  return t("formerMember", { number: number ?? "" });
}
