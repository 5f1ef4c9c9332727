"use client";
import { ArrowDown } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import type { MessageView } from "@/lib/conversations/types";
import { MessageForm } from "./message-form";
import { MessageLog } from "./message-log";
import { MessageSheet } from "./message-sheet";
import { PinnedBar } from "./pinned-bar";
import { RoomContext, type RoomPlace } from "./room-context";
import { useRoomTexts } from "./room-texts";
import { useFollowEnd } from "./use-follow-end";
import { useMarkRead } from "./use-mark-read";
import { type RoomStart, useRoom } from "./use-room";
import { ToNewer, ToUnread } from "./ways-on";

type ConversationProps = {
  place: RoomPlace;
  start: RoomStart & { firstUnreadId: string | null };
  /** Up to where it is read is kept for members only, and not while somebody looks through their eyes. */
  marksRead: boolean;
};

/** An open room: what is said, as it is said, and one's own words (C1, C3). */
export function Conversation({ place, start, marksRead }: ConversationProps) {
  const t = useRoomTexts();
  const { state, isLive, send, drop, take, loadOlder, loadNewer } = useRoom(place, start);
  const [answering, setAnswering] = useState<MessageView | null>(null);
  const [chosen, setChosen] = useState<MessageView | null>(null);
  const end = useRef<HTMLDivElement>(null);
  const newest = state.messages.at(-1)?.id ?? "";
  const { fresh, goToEnd } = useFollowEnd(end, state.messages.length + state.outgoing.length, newest);
  useReadUpTo(place, state.messages, marksRead, end);
  if (state.isGone) return <Alert title={t("goneTitle")}>{t("goneBody")}</Alert>;
  const mayAct = Object.keys(place.actions).length > 0;
  return (
    <RoomContext value={place}>
      <PinnedBar pinned={state.pinned} />
      <ToUnread id={start.firstUnreadId} />
      {state.olderCursor !== null && <Older load={loadOlder} />}
      {state.messages.length + state.outgoing.length > 0 ? (
        <MessageLog
          messages={state.messages}
          outgoing={state.outgoing}
          onOpen={mayAct ? setChosen : undefined}
          onRetry={({ sentAt: _, problem: __, ...message }) => void send(message)}
          onDrop={drop}
        />
      ) : (
        <EmptyState title={t("emptyTitle")}>{t("emptyBody")}</EmptyState>
      )}
      <div ref={end} aria-hidden="true" className="h-px" />
      <div className="conversation-foot grid grid-cols-[minmax(0,1fr)] gap-2">
        <ToNewer cursor={state.newerCursor} load={loadNewer} />
        {fresh > 0 && start.newerCursor === null && (
          <Button
            onClick={goToEnd}
            icon={<Icon of={ArrowDown} />}
            className="justify-self-center shadow-float"
          >
            {t("fresh", { count: fresh })}
          </Button>
        )}
        {place.actions.post && state.newerCursor === null && (
          <MessageForm
            answering={answering}
            onCancel={() => setAnswering(null)}
            onSend={(words) => {
              void send({ key: crypto.randomUUID(), ...words, replyTo: answering?.id ?? null });
              setAnswering(null);
            }}
          />
        )}
        <p role="status" className="text-caption text-ink2 empty:hidden">
          {isLive ? "" : t("reconnecting")}
        </p>
      </div>
      <MessageSheet
        message={chosen && (state.messages.find(({ id }) => id === chosen.id) ?? chosen)}
        onClose={() => setChosen(null)}
        onChanged={take}
        onAnswer={setAnswering}
      />
    </RoomContext>
  );
}

/** Loads what was said before, and keeps what one was reading where it was. */
function Older({ load }: { load: () => Promise<void> }) {
  const t = useRoomTexts();
  const [isLoading, setLoading] = useState(false);
  const below = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (below.current === null) return;
    window.scrollTo({ top: document.documentElement.scrollHeight - below.current, behavior: "instant" });
    below.current = null;
  });
  async function more() {
    setLoading(true);
    below.current = document.documentElement.scrollHeight - window.scrollY;
    // Offline: the button stays.
    await load().catch(() => undefined);
    setLoading(false);
  }
  return (
    <Button variant="quiet" disabled={isLoading} onClick={() => void more()} className="justify-self-center">
      {t("older")}
    </Button>
  );
}

function useReadUpTo(
  place: RoomPlace,
  messages: readonly MessageView[],
  marksRead: boolean,
  end: React.RefObject<HTMLElement | null>,
): void {
  const position = marksRead ? Math.max(-1, ...messages.map((message) => message.position ?? -1)) : -1;
  useMarkRead({ slug: place.slug, groupId: place.groupId, position }, end);
}
