"use client";
import { useEffect, useRef } from "react";

const PAUSE_MS = 5_000;

/** Tells the server up to where the room is read, while its end is before the reader's eyes: at most every five seconds. */
export function useMarkRead(
  { slug, groupId, position }: { slug: string; groupId: string; position: number },
  end: React.RefObject<HTMLElement | null>,
): void {
  const newest = useRef(position);
  newest.current = position;
  useEffect(() => {
    const mark = end.current;
    if (!mark) return;
    let isBefore = false;
    let told = -1;
    const tell = () => {
      if (!isBefore || document.visibilityState === "hidden" || told >= newest.current) return;
      told = newest.current;
      const body = JSON.stringify({ groupId, position: told });
      const headers = { "content-type": "application/json" };
      // Offline: it stays unread and is told the next time.
      fetch(`/m/${slug}/seen`, { method: "POST", headers, body, keepalive: true }).catch(() => {
        told = -1;
      });
    };
    const observer = new IntersectionObserver(([entry]) => {
      isBefore = entry?.isIntersecting ?? false;
      tell();
    });
    observer.observe(mark);
    const timer = setInterval(tell, PAUSE_MS);
    return () => {
      tell();
      observer.disconnect();
      clearInterval(timer);
    };
  }, [slug, groupId, end]);
}
