"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const GATHER_MS = 250;

/** Reads the page again when the house answers. Without a stream the answer is there at the next look. */
export function ContactLive({ slug }: { slug: string }) {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasAway = false;
    const readAgain = () => {
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), GATHER_MS);
    };
    const source = new EventSource(`/m/${slug}/contact/events`);
    source.onopen = () => {
      if (wasAway) readAgain();
      wasAway = false;
    };
    source.onerror = () => {
      wasAway = true;
    };
    source.addEventListener("conversation", readAgain);
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [slug, router]);
  return null;
}
