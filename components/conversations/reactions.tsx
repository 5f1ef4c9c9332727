"use client";
import { cx } from "@/components/ui/cx";
import type { MessageView } from "@/lib/conversations/types";
import { useRoomTexts } from "./room-texts";

/** The signs at a message; who gave them is told in its sheet. */
export function Reactions({ message: { reactions, ownReaction } }: { message: MessageView }) {
  const t = useRoomTexts();
  if (reactions.length === 0) return null;
  return (
    <ul aria-label={t("reactions")} className="flex flex-wrap gap-1 pt-1">
      {reactions.map(({ emoji, count }) => (
        <li
          key={emoji}
          className={cx(
            "rounded-pill border bg-surface px-2 text-caption leading-6",
            emoji === ownReaction ? "border-porta font-semibold" : "border-line",
          )}
        >
          <span aria-hidden="true">
            {emoji} {count > 1 && count}
          </span>
          <span className="sr-only">
            {emoji === ownReaction ? t("reactedToo", { emoji, count }) : t("reacted", { emoji, count })}
          </span>
        </li>
      ))}
    </ul>
  );
}
