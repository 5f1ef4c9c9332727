/** What a medium is to whoever looks at it. */
export type MediaKind = "image" | "video" | "document";

const MEBIBYTE = 1024 * 1024;

/** What may be shown to others, by what its bytes say it is. Pictures are made anew; the others stay as they came, checked whole. */
const KINDS: Readonly<Record<string, MediaKind>> = {
  "image/jpeg": "image",
  "image/png": "image",
  "image/webp": "image",
  "image/gif": "image",
  "image/avif": "image",
  "video/mp4": "video",
  "application/pdf": "document",
};

/** The most bytes of an upload by kind. A film is no bigger than the strictest channel takes (WhatsApp: 16 MB). */
export const MAX_MEDIA_BYTES: Readonly<Record<MediaKind, number>> = {
  image: 20 * MEBIBYTE,
  video: 16 * MEBIBYTE,
  document: 25 * MEBIBYTE,
};

/** What a file field offers to choose from. */
export const MEDIA_TYPES: readonly string[] = Object.keys(KINDS);

/** The kind of a type that was read from bytes; null for what nobody may show to others. */
export function mediaKindOf(contentType: string | undefined): MediaKind | null {
  return (contentType !== undefined && Object.hasOwn(KINDS, contentType) && KINDS[contentType]) || null;
}

/** The longest sides in which a picture is kept, in pixels: for phones, and for wide screens. */
export const MEDIA_SIDES = [640, 1600] as const;

/** The parts of a stored medium: pictures as WebP in two sizes, and as JPEG for those that read nothing newer (mail, WhatsApp). */
export const MEDIA_PARTS = ["640.webp", "1600.webp", "1600.jpg", "original"] as const;
export type MediaPart = (typeof MEDIA_PARTS)[number];
