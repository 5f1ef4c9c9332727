"use client";
import type { MessageView } from "@/lib/conversations/types";
import { MessageLink } from "./message-link";
import { useRoomTexts } from "./room-texts";
import { useSpeaker } from "./use-speaker";

/** What a message answers, as a way to it. */
export function QuoteOf({ message: { quote, removedAt } }: { message: MessageView }) {
  const t = useRoomTexts();
  const speaker = useSpeaker();
  if (!quote || removedAt) return null;
  return (
    <MessageLink
      id={quote.id}
      className="my-1 block min-w-0 rounded-control border-porta border-l-4 bg-sunken px-2 py-1.5 text-ink2 text-meta no-underline"
    >
      <span className="block font-semibold text-porta">{speaker(quote)}</span>
      <span className="line-clamp-2 break-words">
        {quote.isRemoved ? t("removed") : quote.body || (quote.hasMedia && t("mediaUnnamed"))}
      </span>
    </MessageLink>
  );
}
