"use client";
import type { LinkView } from "@/lib/links/types";

/** What the page says that a message links to. It opens elsewhere, without a trace of us. */
export function LinkCard({ link: { url, title, description } }: { link: LinkView }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="my-1 grid gap-0.5 rounded-control border border-line bg-sunken px-3 py-2 no-underline"
    >
      <span className="text-caption text-ink2">{new URL(url).hostname.replace(/^www\./u, "")}</span>
      <span className="line-clamp-2 font-semibold text-control text-ink">{title}</span>
      {description && <span className="line-clamp-3 text-ink2 text-meta">{description}</span>}
    </a>
  );
}
