import type { AttachedMedia, Media } from "@/lib/media/types";

/** A medium on its way into something that shows it. */
export type MediaItem = {
  /** Of this page only; a medium has its id once it has arrived. */
  key: string;
  media: Media | null;
  /** What it looks like before it arrived; the browser's own. */
  localUrl: string | null;
  name: string;
  /** From 0 to 1; null once it arrived or failed. */
  progress: number | null;
  error: string | null;
  alt: string;
  decorative: boolean;
};

/** What is shown already, as the field begins with it. */
export function itemsOf(media: readonly AttachedMedia[] | null): MediaItem[] {
  return (media ?? []).map(({ alt, decorative, ...facts }) => ({
    key: facts.id,
    media: facts,
    localUrl: null,
    name: facts.name,
    progress: null,
    error: null,
    alt,
    decorative,
  }));
}

/** What of it has arrived, as it will be shown. */
export function arrivedOf(items: readonly MediaItem[]): AttachedMedia[] {
  return items.flatMap(({ media, alt, decorative }) => (media ? [{ ...media, alt, decorative }] : []));
}
