"use client";
import { useRefreshingStream } from "@/components/inbox/use-refreshing-stream";

/** Reads the page again when the house answers. Without a stream the answer is there at the next look. */
export function ContactLive({ slug }: { slug: string }) {
  useRefreshingStream(`/m/${slug}/contact/events`);
  return null;
}
