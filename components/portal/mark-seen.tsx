"use client";
import { useEffect, useRef } from "react";

type MarkSeenProps = {
  slug: string;
  /** What is seen, as the route reads it. */
  seen: { occurrenceIds?: string[]; groupId?: string; feedbackId?: string; inbox?: true };
};

/** Stands at the end of something; tells the server once when that end comes before the reader's eyes. */
export function MarkSeen({ slug, seen }: MarkSeenProps) {
  const end = useRef<HTMLSpanElement>(null);
  const body = JSON.stringify(seen);
  useEffect(() => {
    const mark = end.current;
    if (!mark) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      const headers = { "content-type": "application/json" };
      // Offline: it stays unread and is told the next time.
      fetch(`/m/${slug}/seen`, { method: "POST", headers, body, keepalive: true }).catch(() => undefined);
    });
    observer.observe(mark);
    return () => observer.disconnect();
  }, [slug, body]);
  return <span ref={end} aria-hidden="true" className="block h-px" />;
}
