import { Search } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { FormattedText } from "@/components/announcements/formatted-text";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextInput } from "@/components/ui/text-input";
import { Time } from "@/components/ui/time";
import type { MessageView } from "@/lib/conversations/types";
import { captionOf } from "@/lib/media/rules";

type FoundMessagesProps = {
  q: string;
  messages: readonly MessageView[];
  viewerId: string | null;
  zone: string;
  /** Where the room's conversation is. */
  room: string;
};

/** What was said in a room with the words one looks for, newest first. Without script it works too. */
export async function FoundMessages({ q, messages, viewerId, zone, room }: FoundMessagesProps) {
  const [t, talk] = await Promise.all([
    getTranslations("conversations.search"),
    getTranslations("conversations"),
  ]);
  const nameOf = ({ authorId, authorName, byTeam, formerMember }: MessageView) => {
    if (viewerId !== null && authorId === viewerId) return talk("you");
    if (authorName !== null) return authorName;
    return byTeam ? talk("team") : talk("formerMember", { number: formerMember ?? "" });
  };
  const captionsOf = ({ media }: MessageView) =>
    media.map((one) => captionOf(one) || talk("mediaUnnamed")).join(" · ");
  return (
    <>
      <search>
        <form className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
          <label htmlFor="words" className="grid gap-1 font-semibold text-control">
            {t("words")}
            <TextInput id="words" name="q" type="search" defaultValue={q} maxLength={200} />
          </label>
          <Button type="submit" icon={<Icon of={Search} />}>
            {t("submit")}
          </Button>
        </form>
      </search>
      {q.trim() !== "" && messages.length === 0 && <p className="text-ink2">{t("nothing")}</p>}
      <ul className="grid gap-2">
        {messages.map((message) => (
          <li
            key={message.id}
            className="grid min-w-0 gap-1 break-words rounded-card border border-line bg-surface px-3 py-2"
          >
            <p className="text-meta">
              <span className="font-semibold text-porta">{nameOf(message)}</span>{" "}
              <a href={`${room}?at=${message.id}#m-${message.id}`} className="link">
                <Time at={new Date(message.createdAt)} zone={zone} />
              </a>
            </p>
            <div>
              {message.media.length > 0 && <p className="text-ink2 italic">{captionsOf(message)}</p>}
              <FormattedText text={message.body} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
