import type { AttachedMedia } from "./types";

/** How many go with one thing that shows them. */
export const MOST_MEDIA = 4;

/** The longest words for a picture, as people count; longer ones belong into the text. */
export const MOST_ALT_GRAPHEMES = 1_000;

/** Whether a medium still lacks the words that it needs: a picture has some, or is said to be decoration. */
export function lacksAlt({
  kind,
  alt,
  decorative,
}: Pick<AttachedMedia, "kind" | "alt" | "decorative">): boolean {
  return kind === "image" && alt === "" && !decorative;
}

/** How a medium is named where it cannot be seen: by its words, a document by its name. */
export function captionOf({ alt, name }: Pick<AttachedMedia, "alt" | "name">): string {
  return alt || name;
}
