"use client";
import { useCallback, useReducer } from "react";
import { callAction } from "@/components/ui/call-action";
import { fetchJson } from "@/components/ui/fetch-json";
import { useUiTexts } from "@/components/ui/ui-texts";
import type { MessageView } from "@/lib/conversations/types";
import type { RoomPlace } from "./room-context";
import { nextRoom, type Outgoing, type RoomState } from "./room-state";
import { useRoomStream } from "./use-room-stream";

export type RoomStart = Pick<RoomState, "messages" | "olderCursor" | "newerCursor" | "revision" | "pinned">;
type OlderPage = { data: MessageView[]; nextCursor: string | null };

/** An open room: what is in it, kept in step with the others, and what one does in it. */
export function useRoom(place: RoomPlace, start: RoomStart) {
  const texts = useUiTexts();
  const [state, tell] = useReducer(nextRoom, { ...start, outgoing: [], isGone: false });
  const isLive = useRoomStream({
    base: place.base,
    viewerId: place.viewerId,
    revision: state.revision,
    tell,
  });
  const { groupId, base, actions } = place;

  const take = useCallback((message: MessageView) => {
    // The revision of one message says nothing of the others: only the stream says up to where nothing is missing.
    tell({ type: "changed", messages: [message], revision: 0 });
  }, []);

  /** Sends under a key: the same key again, after a failure, is the same message. */
  const send = useCallback(
    async (given: Omit<Outgoing, "sentAt" | "problem">) => {
      if (!actions.post) return;
      const { key, body, replyTo, mentions } = given;
      const media = JSON.stringify(given.media.map(({ id, alt, decorative }) => ({ id, alt, decorative })));
      tell({ type: "sending", outgoing: { ...given, sentAt: new Date().toISOString(), problem: null } });
      const fields = { groupId, key, body, media, "mentions[]": mentions, ...(replyTo && { replyTo }) };
      const outcome = await callAction(actions.post, fields, texts.offline);
      if (outcome.ok) take(outcome.data as MessageView);
      else tell({ type: "failed", key, problem: outcome.message ?? texts.failed });
    },
    [actions.post, groupId, take, texts],
  );

  const drop = useCallback((key: string) => tell({ type: "dropped", key }), []);

  const loadOlder = useCallback(async () => {
    if (state.olderCursor === null) return;
    const page = await fetchJson<OlderPage>(`${base}/messages?cursor=${state.olderCursor}`);
    tell({ type: "older", messages: page.data, olderCursor: page.nextCursor });
  }, [base, state.olderCursor]);

  const loadNewer = useCallback(async () => {
    if (state.newerCursor === null) return;
    const page = await fetchJson<OlderPage>(`${base}/messages?direction=newer&cursor=${state.newerCursor}`);
    tell({ type: "newer", messages: page.data, newerCursor: page.nextCursor });
  }, [base, state.newerCursor]);

  return { state, isLive, send, drop, take, loadOlder, loadNewer };
}
