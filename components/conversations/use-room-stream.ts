"use client";
import { useEffect, useRef, useState } from "react";
import type { RoomChanges } from "@/lib/conversations/types";
import type { RoomEvent } from "./room-state";

const ASK_AGAIN_MS = 5_000;
const OPEN_AGAIN_MS = 10_000;

type Live = { base: string; viewerId: string | null; revision: number; tell: (event: RoomEvent) => void };

/**
 * Keeps an open room in step with its event stream. The stream goes on from the last revision by itself; while it is away, or
 * not given, the room is asked what changed every five seconds. Answers whether it is live.
 */
export function useRoomStream({ base, viewerId, revision, tell }: Live): boolean {
  const [isLive, setLive] = useState(true);
  const last = useRef(revision);
  last.current = Math.max(last.current, revision);

  useEffect(() => {
    let source: EventSource | null = null;
    let isOver = false;
    const end = () => {
      isOver = true;
      setLive(false);
      source?.close();
    };
    const gone = () => {
      end();
      tell({ type: "gone" });
    };
    const take = ({ messages, reacted, revision }: RoomChanges) => {
      const own = reacted.filter(({ memberId }) => memberId === viewerId);
      tell({ type: "changed", messages, revision, own });
    };
    const open = () => {
      if (isOver || (source && source.readyState !== EventSource.CLOSED)) return;
      source = new EventSource(`${base}/events?after=${last.current}`);
      source.onopen = () => setLive(true);
      source.onerror = () => setLive(false);
      source.addEventListener("messages", (event) => take(JSON.parse(event.data) as RoomChanges));
      source.addEventListener("gone", gone);
    };
    const ask = async () => {
      if (isOver || source?.readyState === EventSource.OPEN || document.visibilityState !== "visible") return;
      // Offline: the next time.
      const answer = await fetch(`${base}/changes?after=${last.current}`).catch(() => null);
      if (answer?.status === 404 || answer?.redirected) gone();
      else if (answer?.ok) take((await answer.json()) as RoomChanges);
    };
    open();
    const asking = setInterval(() => void ask(), ASK_AGAIN_MS);
    const opening = setInterval(open, OPEN_AGAIN_MS);
    window.addEventListener("online", open);
    return () => {
      end();
      clearInterval(asking);
      clearInterval(opening);
      window.removeEventListener("online", open);
    };
  }, [base, viewerId, tell]);
  return isLive;
}
