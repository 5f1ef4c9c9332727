"use client";
import { FormattedText } from "@/components/announcements/formatted-text";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { bubbleStyle } from "./bubble";
import { MessageMedia } from "./message-media";
import type { Outgoing } from "./room-state";
import { useRoomTexts } from "./room-texts";

type OutgoingBubbleProps = { outgoing: Outgoing; onRetry: () => void; onDrop: () => void };

/** What is on its way, or did not get through: then one sends it again, as the same message, or drops it. */
export function OutgoingBubble({ outgoing: { body, media, problem }, onRetry, onDrop }: OutgoingBubbleProps) {
  const t = useRoomTexts();
  return (
    <div className="grid justify-items-end gap-1">
      <div className={cx(bubbleStyle(true), problem === null && "opacity-70")}>
        <MessageMedia media={media} />
        {body && <FormattedText text={body} />}
        <p className="justify-self-end text-caption text-ink2">
          {problem === null ? t("sending") : t("notSent")}
        </p>
      </div>
      {problem !== null && (
        <div role="alert" className="flex flex-wrap items-center justify-end gap-2 text-meta text-urucum">
          <span>{problem}</span>
          <Button onClick={onRetry}>{t("sendAgain")}</Button>
          <Button variant="quiet" onClick={onDrop}>
            {t("drop")}
          </Button>
        </div>
      )}
    </div>
  );
}
