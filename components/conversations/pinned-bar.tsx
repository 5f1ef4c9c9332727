"use client";
import { Pin } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import type { MessageView } from "@/lib/conversations/types";
import { MessageLink } from "./message-link";
import { useRoomTexts } from "./room-texts";
import { useSpeaker } from "./use-speaker";

/** What stands at the top of the room, as ways to it; in full, since it may be older than what is loaded. */
export function PinnedBar({ pinned }: { pinned: readonly MessageView[] }) {
  const t = useRoomTexts();
  const speaker = useSpeaker();
  if (pinned.length === 0) return null;
  return (
    <ul
      aria-label={t("pinned")}
      className="grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
    >
      {pinned.map((message) => (
        <li key={message.id} className="flex items-start gap-2 px-3 py-2 text-meta">
          <Icon of={Pin} size={16} className="mt-0.5 shrink-0 text-porta" />
          <MessageLink id={message.id} className="line-clamp-3 min-w-0 break-words text-ink no-underline">
            <span className="font-semibold">{speaker(message)}:</span>{" "}
            {message.body || (message.media.length > 0 && t("mediaUnnamed"))}
          </MessageLink>
        </li>
      ))}
    </ul>
  );
}
